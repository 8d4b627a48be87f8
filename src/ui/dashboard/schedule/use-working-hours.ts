"use client";

import { useMemo } from "react";
import type { StaffMember } from "#modules/staff/schema.ts";
import type { WorkingHours } from "#ui/dashboard/calendar/calendar-entry.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";

type Shown = { staff: StaffMember[]; dates: string[]; locationId: string | null };

/** When each of `staff` works on each of `dates` (at one location, or at any); null until it is known. */
export function useWorkingHours({ staff, dates, locationId }: Shown): WorkingHours[] | null {
  const { data } = trpc.schedule.workingHours.useQuery(
    { dateFrom: dates[0] ?? "", dateTo: dates.at(-1) ?? "", locationId: locationId ?? undefined },
    { staleTime: 30_000, enabled: dates.length > 0 },
  );
  return useMemo(() => {
    if (!data) return null;
    const ids = new Set(staff.map(({ id }) => id));
    return data.hours
      .filter(({ staffId, date }) => ids.has(staffId) && dates.includes(date))
      .map(({ staffId, date, intervals }) => ({
        columnId: staffId,
        date,
        intervals: intervals.map(({ startMinute, endMinute }) => ({ start: startMinute, end: endMinute })),
      }));
  }, [data, staff, dates]);
}
