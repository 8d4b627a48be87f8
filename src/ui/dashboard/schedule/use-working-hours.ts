"use client";

import { useMemo, useRef } from "react";
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
  const queries = trpc.useQueries((t) =>
    owners.map(({ id }) => t.schedule.read({ [scope]: id }, { staleTime: 30_000 })),
  );
  const answers = queries.map(({ data }) => data);
  const known = useRef<{ owners: { id: string }[]; answers: typeof answers; map: Map<string, ScheduleView> }>(
    null,
  );
  if (answers.some((answer) => !answer)) return null;
  const same =
    known.current?.owners === owners &&
    answers.every((answer, index) => answer === known.current?.answers[index]);
  if (!same) known.current = { owners, answers, map: byOwner(owners, answers) };
  return known.current?.map ?? null;
}

function byOwner(owners: { id: string }[], answers: (ScheduleView | undefined)[]): Map<string, ScheduleView> {
  const found = new Map<string, ScheduleView>();
  owners.forEach(({ id }, index) => {
    const answer = answers[index];
    if (answer) found.set(id, answer);
  });
  return found;
}
