"use client";

import { Skeleton } from "@mantine/core";
import { useState } from "react";
import type { ScheduleView } from "#modules/availability/schedule-schema.ts";
import { tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import { problemOf, sortedWeek } from "#ui/dashboard/schedule/weekly-hours.ts";
import { WeeklyHoursEditor } from "#ui/dashboard/schedule/weekly-hours-editor.tsx";
import type { StepProps } from "./setup-wizard.tsx";
import { StepForm } from "./step-form.tsx";

/** When the first location is open. */
export function HoursStep({ onDone, onBack }: StepProps) {
  const { locations, locale } = useBusiness();
  const locationId = locations[0]?.id ?? "";
  const query = trpc.schedule.read.useQuery({ locationId }, { staleTime: Number.POSITIVE_INFINITY });
  const utils = trpc.useUtils();
  const [edited, setEdited] = useState<ScheduleView["week"] | null>(null);
  const { mutate, isPending } = trpc.schedule.saveWeeklyHours.useMutation({
    onSuccess: async () => {
      await utils.schedule.invalidate();
      onDone();
    },
    onError: (error) => tellFailure(error, "Not saved"),
  });
  const week = edited ?? query.data?.week;
  const save = () => {
    if (!edited) onDone();
    else if (edited.every(({ intervals }) => problemOf(intervals) === null))
      mutate({ locationId, week: sortedWeek(edited) });
  };
  return (
    <StepForm
      title="When are you open?"
      lead="Customers can book within these hours. Days off and holidays come later, in the settings."
      saving={isPending}
      onBack={onBack}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {week ? (
        <WeeklyHoursEditor week={week} onChange={setEdited} locale={locale} closedWord="Closed" />
      ) : (
        <Skeleton height={360} />
      )}
    </StepForm>
  );
}
