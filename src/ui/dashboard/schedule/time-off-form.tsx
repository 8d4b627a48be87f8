"use client";

import { Button, Switch, TextInput } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useState } from "react";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { dateFormat } from "#ui/dashboard/parts/date-format.ts";
import { FieldRow } from "#ui/dashboard/parts/form-section.tsx";
import { firstMessage } from "./first-message.ts";
import type { HoursOwner } from "./hours-panel.tsx";
import classes from "./schedule.module.css";
import { intervalOf } from "./weekly-hours.ts";

/** Days, or the same hours of each of them, that are taken away. */
export function TimeOffForm({ owner, onDone }: { owner: HoursOwner; onDone: () => void }) {
  const [dates, setDates] = useState<[string | null, string | null]>([null, null]);
  const [allDay, setAllDay] = useState(true);
  const [from, setFrom] = useState("12:00");
  const [until, setUntil] = useState("13:00");
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const { locale } = useBusiness();
  const utils = trpc.useUtils();
  const mutation = trpc.schedule.addTimeOff.useMutation({
    onSuccess: () => {
      tell("Time off added");
      onDone();
    },
    onError: (error) => showFailure(error, (fields) => setProblem(firstMessage(fields))),
    onSettled: () => Promise.all([utils.schedule.invalidate(), utils.availability.invalidate()]),
  });
  const submit = () => {
    const [dateFrom, dateTo] = dates;
    const part = allDay ? undefined : intervalOf(from, until);
    if (!dateFrom) return setProblem("Choose the first day.");
    if (part === null) return setProblem("Enter both times.");
    mutation.mutate({ ...owner, dateFrom, dateTo: dateTo ?? dateFrom, part, reason });
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
      <Switch label="All day" checked={allDay} onChange={(event) => setAllDay(event.currentTarget.checked)} />
      {allDay ? null : (
        <FieldRow>
          <TextInput
            type="time"
            label="From"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
          <TextInput
            type="time"
            label="Until"
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </FieldRow>
      )}
      <TextInput
        label="Reason"
        description="For the team only."
        placeholder="Vacation"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button onClick={submit} loading={mutation.isPending}>
          Add
        </Button>
      </div>
    </div>
  );
}
