"use client";

import { useCallback, useState } from "react";
import { formatDateOnly, formatMinuteOfDay } from "#kernel/time/format-time.ts";
import { tellRefusal } from "#ui/dashboard/data/notices.tsx";
import { addMinutes, minutesBetween, wallDate, wallMinute } from "./business-wall-time.ts";
import type { CalendarColumn, CalendarEntry, Place } from "./calendar-entry.ts";
import { canMove } from "./calendar-options.ts";
import { nudge } from "./keyboard-move.ts";

type Grabbed = { id: string; place: Place };

type Options = {
  view: "day" | "week";
  columns: CalendarColumn[];
  locale: string;
  refusal: (id: string, place: Place) => string | null;
  onMove: (id: string, place: Place) => void;
};

/** Arrow keys take a block along, Enter puts it down, Escape puts it back; every step is announced. */
export function useKeyboardMove({ view, columns, locale, refusal, onMove }: Options) {
  const [grabbed, setGrabbed] = useState<Grabbed | null>(null);
  const [announcement, setAnnouncement] = useState("");

  const onEntryKey = useCallback(
    (entry: CalendarEntry, event: KeyboardEvent): boolean => {
      const held = grabbed?.id === entry.id ? grabbed : null;
      if (held && event.key === "Escape") {
        setGrabbed(null);
        setAnnouncement("Not moved.");
        return true;
      }
      if (held && (event.key === "Enter" || event.key === " ")) {
        const reason = refusal(held.id, held.place);
        if (reason) {
          setAnnouncement(reason);
          tellRefusal(reason);
          return true;
        }
        setGrabbed(null);
        onMove(held.id, held.place);
        return true;
      }
      if (!canMove(entry)) return false;
      const from = held?.place ?? { start: entry.start, columnId: entry.columnId };
      const columnIds = view === "day" ? columns.map(({ id }) => id) : [];
      const place = nudge(from, event.key, { columnIds, shift: event.shiftKey });
      if (!place) return event.key.startsWith("Arrow") && held !== null;
      setGrabbed({ id: entry.id, place });
      const reason = refusal(entry.id, place);
      setAnnouncement(
        `${placeWords(place, columns, locale)}. ${reason ?? "Enter to move here, Escape to leave it."}`,
      );
      return true;
    },
    [grabbed, view, columns, locale, refusal, onMove],
  );
  return { grabbed, announcement, onEntryKey };
}

function placeWords({ start, columnId }: Place, columns: CalendarColumn[], locale: string): string {
  const when = `${formatDateOnly(wallDate(start), locale)}, ${formatMinuteOfDay(wallMinute(start), locale)}`;
  const who = columns.find(({ id }) => id === columnId)?.name;
  return who ? `${when}, ${who}` : when;
}

/** The entry at another place, as long as before. */
export function entryAt(entry: CalendarEntry, place: Place): CalendarEntry {
  const end = addMinutes(place.start, minutesBetween(entry.start, entry.end));
  return { ...entry, start: place.start, columnId: place.columnId, end };
}
