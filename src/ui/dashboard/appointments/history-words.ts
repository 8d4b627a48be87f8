import type { HistoryEntry } from "#modules/appointments/schema.ts";

const whatHappened: Record<string, string> = {
  "appointment.booked": "Booked",
  "appointment.confirmed": "Confirmed",
  "appointment.rescheduled": "Moved",
  "appointment.rezoned": "Kept at its time under new clock rules",
  "appointment.settled": "No longer meets another visit; noted",
  "appointment.edited": "Details changed",
  "appointment.cancelled": "Cancelled",
  "appointment.completed": "Completed",
  "appointment.noShow": "Marked as a no-show",
};

const who: Record<string, string> = {
  customer: "the customer",
  apiKey: "a connected app",
  assistant: "the assistant",
  platformAdmin: "the platform's team",
  system: "Slotkeeper",
};

/** "Moved by Ana Silva from Tue 3 March, 10:00 to Tue 3 March, 11:30". */
export function historyWords(entry: HistoryEntry, timeWords: (instant: string) => string): string {
  const what = whatHappened[entry.type] ?? entry.type;
  const by = entry.actorName ?? who[entry.actorKind] ?? "the team";
  const { start, previousStart, overruled } = entry.payload;
  const sentence = `${what} by ${by}`;
  if (typeof start === "string" && typeof previousStart === "string") {
    const [from, to] = [timeWords(previousStart), timeWords(start)];
    return from === to ? `${sentence}, to another staff member` : `${sentence} from ${from} to ${to}`;
  }
  return typeof overruled === "string" ? `${sentence}, outside of the usual times` : sentence;
}
