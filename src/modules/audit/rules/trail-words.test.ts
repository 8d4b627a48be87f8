import { describe, expect, it } from "vitest";
import { actorWords } from "./actor-words.ts";
import { eventDetails } from "./event-details.ts";
import { csvLine } from "./trail-csv.ts";

const clock = (instant: string) => instant.slice(11, 16);

describe("who did it", () => {
  it("is a name for the team, and says what the others are", () => {
    expect(actorWords({ kind: "member", name: "Ana" })).toEqual({ name: "Ana", role: null });
    expect(actorWords({ kind: "platformAdmin", name: "Robin" })).toEqual({
      name: "Robin",
      role: "Platform admin",
    });
    expect(actorWords({ kind: "siteBuilder", name: "Pagework" })).toEqual({
      name: "Pagework",
      role: "Website builder",
    });
    expect(actorWords({ kind: "customer", name: null })).toEqual({ name: "Customer", role: null });
    expect(actorWords({ kind: "system", name: null })).toEqual({ name: "Slotkeeper", role: null });
  });
});

describe("the details of an event", () => {
  it.each([
    [{ start: "2027-03-02T10:00:00Z", previousStart: "2027-03-02T09:00:00Z" }, "09:00 → 10:00"],
    [
      { start: "2027-03-02T10:00:00Z", previousStart: "2027-03-02T10:00:00Z" },
      "10:00, to another staff member",
    ],
    [{ changed: ["timeZone", "name", "somethingNew"] }, "time zone, name, somethingNew"],
    [{ planId: "b", previousPlanId: "a" }, "a → b"],
    [{ planId: "b", previousPlanId: null }, "b"],
    [{ reason: "Asked for help", until: "2027-03-02T10:00:00Z" }, "Until 10:00 · Reason: Asked for help"],
    [{ dateFrom: "2027-03-02", dateTo: "2027-03-04" }, "2027-03-02 → 2027-03-04"],
    [
      { previousRole: "admin", role: "staff", granted: ["calendar.all"], denied: ["customers.read"] },
      "admin → staff · May see and change everybody’s appointments · May not see customers",
    ],
    [{ version: 3, overruled: null }, ""],
  ])("%j reads “%s”", (payload, words) => {
    expect(eventDetails(payload, clock)).toBe(words);
  });
});

describe("a line of the download", () => {
  it("quotes what must be quoted and runs nothing", () => {
    expect(csvLine(["a", 'b "c"', "d, e", "=1+1", "-2"])).toBe(`a,"b ""c""","d, e",'=1+1,'-2\r\n`);
  });
});
