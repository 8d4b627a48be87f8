import { describe, expect, it } from "vitest";
import { historyWords } from "./history-words.ts";

const entry = {
  id: "1",
  type: "appointment.booked",
  at: "2026-11-20T10:00:00Z",
  actorKind: "customer",
  actorName: null,
  payload: {},
};
const words = (instant: string) => instant.slice(11, 16);

describe("the history of an appointment", () => {
  it("says what happened and who did it", () => {
    expect(historyWords(entry, words)).toBe("Booked by the customer");
    const member = { ...entry, type: "appointment.noShow", actorKind: "member", actorName: "Ana Silva" };
    expect(historyWords(member, words)).toBe("Marked as a no-show by Ana Silva");
  });

  it("says where a move led, and that it only changed the person", () => {
    const payload = { previousStart: "2026-11-20T10:00:00Z", start: "2026-11-20T11:30:00Z" };
    const move = { ...entry, type: "appointment.rescheduled", payload };
    expect(historyWords(move, words)).toBe("Moved by the customer from 10:00 to 11:30");
    const handedOver = { ...move, payload: { ...payload, start: payload.previousStart } };
    expect(historyWords(handedOver, words)).toBe("Moved by the customer, to another staff member");
  });

  it("keeps that a booking overruled the hours", () => {
    const payload = { overruled: "Closed on Sundays" };
    expect(historyWords({ ...entry, payload }, words)).toBe(
      "Booked by the customer, outside of the usual times",
    );
  });
});
