import type { DayModel, TimeGroup, TimePill } from "#ui/booking/view-model.ts";

/**
 * The new times of a day, with those that went kept in their places, struck out, so that no other time slips under a
 * finger that is about to press. Where somebody points at the times (`pointed`), new ones wait too: they would push
 * the others aside.
 */
export function keepPlaces(shown: DayModel, next: DayModel, pointed: boolean): DayModel {
  const names = [...new Set([...shown.groups, ...next.groups].map((group) => group.name))];
  const groups = names.map((name) => {
    const before = timesOf(shown, name);
    const now = timesOf(next, name);
    return { name, times: pointed ? inPlace(before, now) : together(before, now) };
  });
  const { empty: _, ...day } = next;
  return { ...day, groups: inDayOrder(groups.filter((group) => group.times.length > 0)) };
}

function timesOf(day: DayModel, name: string): TimePill[] {
  return day.groups.find((group) => group.name === name)?.times ?? [];
}

function inPlace(before: TimePill[], now: TimePill[]): TimePill[] {
  const fresh = new Map(now.map((time) => [time.value, time]));
  return before.map((time) => fresh.get(time.value) ?? gone(time));
}

function together(before: TimePill[], now: TimePill[]): TimePill[] {
  const fresh = new Set(now.map((time) => time.value));
  const went = before.filter((time) => !fresh.has(time.value)).map(gone);
  return [...now, ...went].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

function gone(time: TimePill): TimePill {
  return { ...time, off: "gone" };
}

function inDayOrder(groups: TimeGroup[]): TimeGroup[] {
  const first = (group: TimeGroup) => group.times[0]?.start ?? "";
  return groups.sort((a, b) => (first(a) < first(b) ? -1 : 1));
}
