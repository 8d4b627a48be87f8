import { describe, expect, it } from "vitest";
import { appointmentStatuses, isOpen, mayBecome } from "./states.ts";

/** Every pair, written out: rows are "from", columns "to". */
const expected = {
  //           pending confirmed completed cancelled no_show
  pending: "   no      yes       no        yes       no",
  confirmed: " no      no        yes       yes       yes",
  completed: " no      yes       no        no        yes",
  cancelled: " no      no        no        no        no",
  no_show: "   no      yes       yes       no        no",
} as const;

describe("the states of an appointment", () => {
  it.each(appointmentStatuses)("may follow %s only as the table says", (from) => {
    const row = appointmentStatuses.map((to) => (mayBecome(from, to) ? "yes" : "no"));
    expect(row).toEqual(expected[from].trim().split(/\s+/));
  });

  it("are open while the visit is still to come", () => {
    expect(appointmentStatuses.filter(isOpen)).toEqual(["pending", "confirmed"]);
  });
});
