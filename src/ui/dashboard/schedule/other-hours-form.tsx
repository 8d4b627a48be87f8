"use client";

import { Button, TextInput } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useState } from "react";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { dateFormat } from "#ui/dashboard/parts/date-format.ts";
import { firstMessage } from "./first-message.ts";
import type { HoursOwner } from "./hours-panel.tsx";
import { PeriodList } from "./period-list.tsx";
import classes from "./schedule.module.css";
import { type DayInterval, problemOf } from "./weekly-hours.ts";

/** Other hours, or none, on some dates. */
export function OtherHoursForm({ owner, onDone }: { owner: HoursOwner; onDone: () => void }) {
  const [dates, setDates] = useState<[string | null, string | null]>([null, null]);
  const [intervals, setIntervals] = useState<DayInterval[]>([{ startMinute: 600, endMinute: 960 }]);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const { locale } = useBusiness();
  const utils = trpc.useUtils();
  const mutation = trpc.schedule.saveDateOverride.useMutation({
    onSuccess: () => {
      tell("Other hours saved");
      onDone();
    },
    onError: (error) => showFailure(error, (fields) => setProblem(firstMessage(fields))),
    onSettled: () => Promise.all([utils.schedule.invalidate(), utils.availability.invalidate()]),
  });
  const submit = () => {
    const [dateFrom, dateTo] = dates;
    if (!dateFrom) return setProblem("Choose the first day.");
    const overlap = problemOf(intervals);
    if (overlap) return setProblem(overlap);
    mutation.mutate({ ...owner, dateFrom, dateTo: dateTo ?? dateFrom, intervals, reason });
  };
  return (
    <div className={classes.addForm}>
      <DatePickerInput
        type="range"
        label="Days"
        placeholder="First and last day"
        valueFormat={dateFormat(locale)}
        allowSingleDateInRange
        value={dates}
        onChange={(next) => {
          setDates(next);
          setProblem(null);
        }}
        error={problem}
      />
      <PeriodList intervals={intervals} onChange={setIntervals} />
      <TextInput
        label="Reason"
        description="For the team only."
        placeholder="Christmas Eve"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button onClick={submit} loading={mutation.isPending}>
          Save
        </Button>
      </div>
    </div>
  );
}
