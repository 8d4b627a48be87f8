"use client";

import { Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Conflicts } from "#modules/availability/schedule-schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { FieldRow } from "#ui/dashboard/parts/form-section.tsx";
import { type ChosenDates, DatesForm } from "./dates-form.tsx";
import { type HoursOwner, wordsOf } from "./owner.ts";
import { useScheduleChange } from "./use-schedule-change.ts";
import { intervalOf } from "./weekly-hours.ts";

type Props = { owner: HoursOwner; onDone: () => void; onSaved: (conflicts: Conflicts) => void };

/** Days, or the same hours of each of them, that are taken away. */
export function TimeOffForm({ owner, onDone, onSaved }: Props) {
  const [allDay, setAllDay] = useState(true);
  const [from, setFrom] = useState("12:00");
  const [until, setUntil] = useState("13:00");
  const [problem, setProblem] = useState<string | null>(null);
  const saved = (conflicts: Conflicts) => {
    onSaved(conflicts);
    onDone();
  };
  const mutation = trpc.schedule.addTimeOff.useMutation(
    useScheduleChange({ done: "Added", onSaved: saved, onProblem: setProblem }),
  );
  const save = (dates: ChosenDates) => {
    const part = allDay ? undefined : intervalOf(from, until);
    if (part === null) return setProblem("Enter both times.");
    mutation.mutate({ ...owner, ...dates, part });
  };
  return (
    <DatesForm
      title={wordsOf(owner).timeOff}
      reasonExample={owner.staffId ? "Vacation" : "Renovation"}
      problem={problem}
      saving={mutation.isPending}
      saveLabel="Add"
      onProblem={setProblem}
      onCancel={onDone}
      onSave={save}
    >
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
    </DatesForm>
  );
}
