import { expect, it } from "vitest";
import { downloadAddress, isNarrowed, trailInput } from "./history-filter.ts";

const everything = { who: null, kind: null, from: null, to: null };

it("asks for everything when nothing is chosen", () => {
  expect(isNarrowed(everything)).toBe(false);
  expect(downloadAddress(everything)).toBe("/dashboard/history.csv");
});

it("asks for one person, or for everybody of a kind, and for the same as a file", () => {
  const one = { ...everything, who: { value: "member:42", label: "Ana" }, kind: "services" };
  expect(trailInput(one)).toMatchObject({ actorKind: "member", actorId: "42", kind: "services" });
  expect(downloadAddress(one)).toBe("/dashboard/history.csv?actorKind=member&actorId=42&kind=services");
  const all = { ...everything, who: { value: "customer", label: "Customers" }, from: "2027-03-02" };
  expect(trailInput(all)).toMatchObject({ actorKind: "customer", actorId: undefined, from: "2027-03-02" });
  expect(isNarrowed(all)).toBe(true);
});
