import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DnsServer, startDnsServer } from "#testing/dns-server.ts";
import { domainNames } from "./domain-names.ts";

let server: DnsServer;

beforeAll(async () => {
  server = await startDnsServer();
  server.records.set("_slotkeeper.book.salon.example", { txt: ["other", " the-token "] });
  server.records.set("book.salon.example", { cname: "Sites.Slotkeeper.example", a: ["192.0.2.7"] });
  server.records.set("salon.example", { a: ["192.0.2.8", "192.0.2.9"] });
});
afterAll(() => server.close());

describe("name servers", () => {
  it("say the texts, the other word and the addresses of a name", async () => {
    const names = domainNames([server.address]);
    expect(await names.texts("_slotkeeper.book.salon.example")).toEqual(["other", "the-token"]);
    expect(await names.alias("book.salon.example")).toBe("sites.slotkeeper.example");
    expect(await names.addresses("salon.example")).toEqual(["192.0.2.8", "192.0.2.9"]);
  });

  it("say that there is nothing where there is nothing", async () => {
    const names = domainNames([server.address]);
    expect(await names.texts("_slotkeeper.unknown.example")).toEqual([]);
    expect(await names.texts("salon.example")).toEqual([]);
    expect(await names.alias("salon.example")).toBeNull();
    expect(await names.addresses("unknown.example")).toEqual([]);
  });

  it("that cannot be reached have not answered", async () => {
    const gone = await startDnsServer();
    await gone.close();
    expect(await domainNames([gone.address]).texts("_slotkeeper.book.salon.example")).toBeNull();
  });
});
