import { zoneCity } from "#kernel/time/format-time.ts";
import { offsetAt, zoneOffsets } from "#kernel/time/zone-offsets.ts";
import type { ZoneModel } from "#ui/booking/view-model.ts";
import { type Selection, selectionFields, withSelection } from "./selection.ts";
import { minutesOf, type TimeFrame, zoneDifference } from "./time-words.ts";

export type ZoneFacts = {
  frame: TimeFrame;
  /** An instant on the page, at which the two zones are compared. */
  at: string;
  selection: Selection;
  /** Address of the page. */
  path: string;
};

/** The line that says in whose clock the times are, and the form to change it once it was asked for (row C4). */
export function presentZone({ frame, at, selection, path }: ZoneFacts): ZoneModel {
  const settled = { ...selection, choosingZone: false };
  const difference = zoneDifference(at, frame);
  return {
    id: frame.zone,
    businessId: frame.businessZone,
    chosen: selection.tz !== undefined,
    label: `Times in ${zoneCity(frame.zone)}`,
    ...(difference && { difference }),
    changeHref: withSelection(path, { ...selection, choosingZone: true }),
    ...(selection.choosingZone && {
      chooser: {
        action: path,
        hidden: selectionFields({ ...settled, tz: undefined }),
        zones: zoneChoices(minutesOf(at), [frame.zone, frame.businessZone]),
        cancelHref: withSelection(path, settled),
      },
    }),
  };
}

/** Every zone by its town, with its offset at the time shown; zones that the platform knows by another name too. */
function zoneChoices(at: number, extra: string[]): { id: string; label: string }[] {
  const ids = [...new Set([...Intl.supportedValuesOf("timeZone"), ...extra])].filter((id) =>
    id.includes("/"),
  );
  return ids
    .map((id) => ({ id, label: `${zoneCity(id)} (${offsetText(offsetAt(zoneOffsets(id, at, at), at))})` }))
    .sort((first, second) => first.label.localeCompare(second.label, "en"));
}

/** "GMT+5:30". */
function offsetText(minutes: number): string {
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `GMT${minutes < 0 ? "−" : "+"}${hours}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`;
}
