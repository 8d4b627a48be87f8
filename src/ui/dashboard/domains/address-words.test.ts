import { describe, expect, it } from "vitest";
import type { AddressesView, DomainView } from "#modules/domains/schema.ts";
import type { ModePreview } from "#modules/tenants/schema.ts";
import { changesInWords, otherAddresses } from "./address-words.ts";
import { stateOf } from "./domain-states.ts";

const preview: ModePreview = {
  mode: "standalone",
  addressNow: "https://www.salon.example/book",
  addressNext: "https://salon.book.example",
  planNow: "Pro",
  planNext: "Professional",
  trialDays: 14,
  beyondPlan: [],
  problem: null,
};

describe("what a change of the mode does, in words", () => {
  it("names where links lead, what becomes of the plan, and that nothing is lost", () => {
    expect(changesInWords(preview)).toEqual([
      "New links lead to https://salon.book.example. https://www.salon.example/book keeps working.",
      "Your plan becomes Professional, free for 14 days.",
      "Appointments, customers and links in e-mails stay as they are. You can change back at any time.",
    ]);
  });

  it("says what stays, and what there is too much of", () => {
    const beyondPlan = [{ what: "staff" as const, has: 3, allowed: 1 }];
    const smaller = { ...preview, planNext: "Starter", trialDays: null, beyondPlan };
    expect(changesInWords(smaller)).toContain(
      "Starter allows 1 staff member. You have 3: all stay, and no more can be added.",
    );
    const same = { ...preview, addressNext: preview.addressNow, planNext: "Pro", trialDays: null };
    expect(changesInWords(same).slice(0, 2)).toEqual([
      "Links keep leading to https://www.salon.example/book.",
      "Your plan stays Pro.",
    ]);
    expect(changesInWords({ ...same, mode: "integrated" })[0]).toMatch(/^Your site is not verified yet/);
  });
});

const domain: DomainView = {
  id: "1",
  host: "book.salon.example",
  kind: "custom",
  status: "verified",
  givenUp: false,
  tlsStatus: null,
  problem: null,
  checkedAt: null,
  verifiedAt: null,
  main: true,
  address: "https://book.salon.example",
  records: [],
};

describe("a domain's state", () => {
  it.each<[Partial<DomainView>, string]>([
    [{ status: "pending" }, "Waiting for DNS"],
    [{ status: "pending", givenUp: true }, "Stopped looking"],
    [{}, "Verified"],
    [{ tlsStatus: "pending" }, "Certificate on its way"],
    [{ tlsStatus: "active" }, "Verified"],
    [{ tlsStatus: "failed" }, "No certificate"],
    [{ kind: "site" }, "Verified"],
  ])("%j is %s", (fields, words) => {
    expect(stateOf({ ...domain, ...fields }).words).toBe(words);
  });
});

describe("the addresses that work too", () => {
  it("are all but the one that links lead to", () => {
    const addresses: AddressesView = {
      slug: "salon",
      mode: "standalone",
      canonical: { way: "custom", url: "https://book.salon.example" },
      pathUrl: "https://app.example/salon",
      subdomainUrl: "https://salon.book.example",
      slugFrame: { before: "https://", after: ".book.example" },
      builtByBuilder: false,
      domains: [domain, { ...domain, id: "2", host: "waiting.example", status: "pending" }],
    };
    expect(otherAddresses(addresses)).toEqual(["https://salon.book.example", "https://app.example/salon"]);
  });
});
