import { zoneCity } from "#kernel/time/format-time.ts";
import type { ZoneModel } from "#ui/booking/view-model.ts";
import { type Selection, selectionFields, withSelection } from "./selection.ts";
import { type TimeFrame, zoneDifference } from "./time-words.ts";

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
        zones: zoneChoices([frame.zone, frame.businessZone]),
        cancelHref: withSelection(path, settled),
      },
    }),
  };
}

/** Every zone by its town and region, as people look for them. */
function zoneChoices(extra: string[]): { id: string; label: string }[] {
  const ids = new Set([...Intl.supportedValuesOf("timeZone"), ...extra]);
  return [...ids]
    .map((id) => ({ id, label: zoneLabel(id) }))
    .sort((first, second) => first.label.localeCompare(second.label, "en"));
}

/** "Berlin, Europe", "Knox, Indiana, America". */
function zoneLabel(id: string): string {
  return id.split("/").reverse().join(", ").replaceAll("_", " ");
}
