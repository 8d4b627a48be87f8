import { describe, expect, it } from "vitest";
import { recordsFor } from "./dns-records.ts";
import { type Answers, judgeAnswers } from "./judge-answers.ts";
import { nextCheck } from "./next-check.ts";

const asked = {
  host: "book.salon.example",
  kind: "custom",
  token: "tok",
  target: "sites.here.example",
} as const;
const nothing: Answers = { proofs: [], alias: null, addresses: [], ourAddresses: ["192.0.2.1"] };

describe("what the name servers say of a domain", () => {
  it.each<[string, Partial<Answers>, boolean, RegExp | null]>([
    ["nothing yet", {}, false, /no TXT record at _slotkeeper\.book\.salon\.example yet/],
    ["no answer", { proofs: null }, false, /did not answer/],
    ["another text", { proofs: ["x"] }, false, /says something else/],
    ["the way but no proof", { alias: "sites.here.example" }, false, /no TXT record/],
    ["proof and way", { proofs: ["x", "tok"], alias: "sites.here.example" }, true, null],
    ["proof and the same address", { proofs: ["tok"], addresses: ["192.0.2.1"] }, true, null],
    ["proof, leading nowhere", { proofs: ["tok"] }, true, /leads nowhere yet/],
    ["proof, another CNAME", { proofs: ["tok"], alias: "old.example" }, true, /leads to old\.example/],
    ["proof, another server", { proofs: ["tok"], addresses: ["203.0.113.1"] }, true, /another server/],
  ])("%s", (_, answers, proven, problem) => {
    const verdict = judgeAnswers(asked, { ...nothing, ...answers });
    expect(verdict.proven).toBe(proven);
    if (problem) expect(verdict.problem).toMatch(problem);
    else expect(verdict.problem).toBeNull();
  });

  it("of a site need not lead here: it leads to its maker", () => {
    const verdict = judgeAnswers({ ...asked, kind: "site" }, { ...nothing, proofs: ["tok"] });
    expect(verdict).toEqual({ proven: true, problem: null });
  });
});

describe("the records to set", () => {
  it("are a CNAME and the proof, and of a site the proof alone", () => {
    const proof = { type: "TXT", name: "_slotkeeper.book.salon.example", value: "tok", purpose: "proof" };
    expect(recordsFor(asked, asked.target)).toEqual([
      { type: "CNAME", name: "book.salon.example", value: "sites.here.example", purpose: "leadsHere" },
      proof,
    ]);
    expect(recordsFor({ ...asked, kind: "site" }, asked.target)).toEqual([proof]);
  });
});

describe("when a domain is looked at next", () => {
  const minute = 60_000;
  const day = 24 * 60 * minute;
  const pending = { status: "pending", kind: "custom", askedAt: 0, certificatePending: false } as const;

  it.each([
    ["at first soon", 0, 2 * minute],
    ["within the first day less often", 3 * 60 * minute, 10 * minute],
    ["within the week every hour", 2 * day, 60 * minute],
  ])("%s", (_, now, pause) => {
    expect(nextCheck({ ...pending, now })).toBe(now + pause);
  });

  it("not by itself after a week", () => {
    expect(nextCheck({ ...pending, now: 7 * day })).toBeNull();
  });

  it("once verified daily, while its certificate is made more often", () => {
    const verified = { ...pending, status: "verified", now: minute } as const;
    expect(nextCheck(verified)).toBe(minute + day);
    expect(nextCheck({ ...verified, certificatePending: true })).toBe(6 * minute);
    expect(nextCheck({ ...verified, kind: "site" })).toBeNull();
  });
});
