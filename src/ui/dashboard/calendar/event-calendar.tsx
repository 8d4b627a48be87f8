"use client";

import {
  type Calendar,
  createCalendar,
  destroyCalendar,
  Interaction,
  ResourceTimeGrid,
  TimeGrid,
} from "@event-calendar/core";
import "@event-calendar/core/index.css";
import "./calendar.css";
import { type RefObject, useEffect, useRef } from "react";
import type { Wall } from "./business-wall-time.ts";
import { type CalendarColumn, type CalendarEntry, isBlock, type Place } from "./calendar-entry.ts";
import {
  type CalendarShown,
  constantOptions,
  entryOf,
  placeAfter,
  shownOptions,
} from "./calendar-options.ts";
import { keepDescribed, showToday } from "./describe-blocks.ts";
import { dragHint } from "./drag-hint.ts";
import { appointmentContent, columnContent } from "./entry-content.ts";

export type CalendarHandlers = {
  onOpen(id: string): void;
  /** An empty time was clicked (no end) or drawn. */
  onPick(place: Place & { end?: Wall }): void;
  onMove(id: string, place: Place): void;
  /** Why an entry cannot go there, in words, or null when it can. */
  refusal(id: string, place: Place): string | null;
  /** A key pressed on an entry; true when it was used. */
  onEntryKey(entry: CalendarEntry, event: KeyboardEvent): boolean;
};

type Props = CalendarShown & CalendarHandlers & { label: string };

/** The one place where EventCalendar is used: wall times in, wall times out. */
export function EventCalendar(props: Props) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const calendar = useRef<Calendar | null>(null);
  const applied = useRef<Calendar.Options>({});
  /** The blocks are made anew with every change: whose was focused must be again. */
  const focused = useRef<string | null>(null);

  useEffect(() => {
    const target = host.current;
    if (!target) return;
    const shown = shownOptions(latest.current);
    const hint = dragHint(target);
    applied.current = shown;
    calendar.current = createCalendar(target, [ResourceTimeGrid, TimeGrid, Interaction], {
      ...constantOptions,
      ...contentOptions,
      ...actionOptions(latest, hint),
      ...shown,
    });
    const listening = listenToKeys(target, latest);
    const describing = keepDescribed(target, focused);
    return () => {
      listening.abort();
      describing.disconnect();
      hint.remove();
      if (calendar.current) void destroyCalendar(calendar.current);
      calendar.current = null;
    };
  }, []);

  const { view, date, locale, zoneOffset, firstDay, columns, entries, hours, scrollTo } = props;
  useEffect(() => {
    const shown = { view, date, locale, zoneOffset, firstDay, columns, entries, hours, scrollTo };
    if (!calendar.current) return;
    focused.current = focusedEntry(host.current) ?? focused.current;
    const before = applied.current;
    applied.current = applyChanges(calendar.current, before, shownOptions(shown));
    keepTimeInSight(host.current, before, applied.current);
  }, [view, date, locale, zoneOffset, firstDay, columns, entries, hours, scrollTo]);

  const week = view === "week" ? date : null;
  useEffect(() => {
    const waiting = requestAnimationFrame(() => week && host.current && showToday(host.current));
    return () => cancelAnimationFrame(waiting);
  }, [week]);

  return <section ref={host} className="sk-calendar" aria-label={props.label} data-view={view} />;
}

function focusedEntry(host: HTMLElement | null): string | undefined {
  const active = document.activeElement;
  return host?.contains(active)
    ? active?.closest<HTMLElement>("[data-entry-id]")?.dataset.entryId
    : undefined;
}

/** Sets only what differs: setting the same view or date again would scroll back to the morning. */
function applyChanges(
  calendar: Calendar,
  before: Calendar.Options,
  after: Calendar.Options,
): Calendar.Options {
  for (const name of Object.keys(after) as (keyof Calendar.Options)[]) {
    if (JSON.stringify(before[name]) !== JSON.stringify(after[name])) calendar.setOption(name, after[name]);
  }
  return after;
}

/** Blocks that arrive after their day may make its hours taller: what was at the top stays there. */
function keepTimeInSight(host: HTMLElement | null, before: Calendar.Options, after: Calendar.Options): void {
  const main = host?.querySelector<HTMLElement>(".ec-main");
  const scrollsAnyway = before.date !== after.date || before.scrollTime !== after.scrollTime;
  if (!main || scrollsAnyway || !before.slotHeight || !after.slotHeight) return;
  if (before.slotHeight === after.slotHeight) return;
  const top = (main.scrollTop / before.slotHeight) * after.slotHeight;
  requestAnimationFrame(() => {
    main.scrollTop = top;
  });
}

const contentOptions: Calendar.Options = {
  eventContent: ({ event, timeText }) => {
    const entry = entryOf(event);
    if (!entry) return { domNodes: event.display === "preview" ? [document.createTextNode(timeText)] : [] };
    return { domNodes: isBlock(entry) ? appointmentContent(entry, timeText) : [] };
  },
  resourceLabelContent: ({ resource }) => {
    const column = resource.extendedProps.column as CalendarColumn | undefined;
    return column ? { domNodes: columnContent(column) } : "";
  },
  eventDidMount: ({ el, event }) => {
    const entry = entryOf(event);
    if (entry && isBlock(entry) && event.display === "auto") el.dataset.entryId = entry.id;
  },
};

function actionOptions(latest: RefObject<Props>, hint: ReturnType<typeof dragHint>): Calendar.Options {
  return {
    eventClick: ({ event }) => {
      const entry = entryOf(event);
      if (entry) latest.current.onOpen(entry.id);
    },
    dateClick: ({ dateStr, resource }) =>
      latest.current.onPick({ start: dateStr.slice(0, 16), columnId: resource?.id ?? null }),
    select: ({ startStr, endStr, resource }) =>
      latest.current.onPick({
        start: startStr.slice(0, 16),
        end: endStr.slice(0, 16),
        columnId: resource?.id ?? null,
      }),
    dragConstraint: (drag) => {
      const entry = entryOf(drag.oldEvent);
      if (!entry) return false;
      const reason = latest.current.refusal(entry.id, placeAfter(entry, drag));
      hint.show(reason);
      return reason === null;
    },
    eventDragStop: () => hint.show(null),
    eventDrop: (drag) => {
      const entry = entryOf(drag.oldEvent);
      if (entry) latest.current.onMove(entry.id, placeAfter(entry, drag));
    },
  };
}

/** Arrow keys and Escape on a block, before EventCalendar sees them. */
function listenToKeys(target: HTMLElement, latest: RefObject<Props>): AbortController {
  const listening = new AbortController();
  const onKeyDown = (event: KeyboardEvent) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>("[data-entry-id]")?.dataset.entryId;
    const entry = latest.current.entries.find((candidate) => candidate.id === id);
    if (!entry || !latest.current.onEntryKey(entry, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  target.addEventListener("keydown", onKeyDown, { capture: true, signal: listening.signal });
  return listening;
}
