"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { parseLocalDate } from "#kernel/time/local-date.ts";
import { localDateOf } from "#kernel/time/wall-time.ts";
import { useFrame } from "#ui/dashboard/data/frame-context.tsx";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { presentMinute, subscribeToMinutes } from "#ui/dashboard/frame/present.ts";
import { firstDayOfWeek, weekOf } from "./business-wall-time.ts";

export type CalendarState = {
  view: "day" | "week";
  date: string;
  /** Today where the business is. */
  today: string;
  /** Dates shown. */
  dates: string[];
  /** Week: one staff member (one's own column unless another was chosen), or all. */
  staffId: string | null;
  locationId: string | null;
};

type Change = Partial<Pick<CalendarState, "view" | "date" | "staffId" | "locationId">>;

const everybody = "all";

/** What the calendar shows, kept in the address so that a link leads to the same view and "back" works. */
export function useCalendarState(): [CalendarState, (change: Change) => void] {
  const business = useBusiness();
  const ownId = useFrame().member.staffId;
  const params = useSearchParams();
  const [opened] = useState(presentMinute);
  const minute = useSyncExternalStore(subscribeToMinutes, presentMinute, () => opened);
  const today = localDateOf(minute, business.timeZone);
  const state = useMemo(() => {
    const asked = params.get("date") ?? "";
    const date = Number.isNaN(parseLocalDate(asked)) ? today : asked;
    const view: "day" | "week" = params.get("view") === "week" ? "week" : "day";
    const dates = view === "week" ? weekOf(date, firstDayOfWeek(business.locale)) : [date];
    const chosen = params.get("staff");
    const staffId = chosen === everybody ? null : (chosen ?? ownId);
    return { view, date, today, dates, staffId, locationId: params.get("location") };
  }, [params, today, business.locale, ownId]);
  const change = useCallback((next: Change) => {
    const query = new URLSearchParams(window.location.search);
    const names = { view: "view", date: "date", staffId: "staff", locationId: "location" } as const;
    for (const [key, name] of Object.entries(names)) {
      const value = next[key as keyof Change];
      if (value === undefined) continue;
      if (value !== null) query.set(name, value);
      else if (key === "staffId") query.set(name, everybody);
      else query.delete(name);
    }
    window.history.pushState(null, "", `?${query}`);
  }, []);
  return [state, change];
}
