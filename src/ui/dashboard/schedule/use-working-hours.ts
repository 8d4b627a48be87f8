"use client";

import { useMemo } from "react";
import type { ScheduleView } from "#modules/availability/schema.ts";
import type { StaffMember } from "#modules/staff/schema.ts";
import type { WorkingHours } from "#ui/dashboard/calendar/calendar-entry.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { workingDay } from "./working-day.ts";

/** When each of `staff` works on each of `dates`; null until all of their schedules are there. */
export function useWorkingHours(staff: StaffMember[], dates: string[]): WorkingHours[] | null {
  const { locations } = useBusiness();
  const business = trpc.schedule.read.useQuery({}).data;
  const ofStaff = useSchedules(staff, "staffId");
  const ofLocations = useSchedules(locations, "locationId");
  return useMemo(() => {
    if (!business || !ofStaff || !ofLocations) return null;
    return staff.flatMap((person) => {
      const own = ofStaff.get(person.id);
      if (!own) return [];
      const places = person.locationIds.flatMap((id) => ofLocations.get(id) ?? []);
      return dates.map((date) => ({
        columnId: person.id,
        date,
        intervals: workingDay(date, { own, locations: places, business }),
      }));
    });
  }, [staff, dates, business, ofStaff, ofLocations]);
}

/** The schedules of several people or places by id; they travel in one request. Null until all are there. */
function useSchedules(
  owners: { id: string }[],
  scope: "staffId" | "locationId",
): Map<string, ScheduleView> | null {
  return trpc.useQueries(
    (t) => owners.map(({ id }) => t.schedule.read({ [scope]: id }, { staleTime: 30_000 })),
    {
      combine: (queries) => {
        const found = new Map<string, ScheduleView>();
        queries.forEach(({ data }, index) => {
          const owner = owners[index];
          if (data && owner) found.set(owner.id, data);
        });
        return found.size === owners.length ? found : null;
      },
    },
  );
}
