"use client";

import { useState } from "react";
import type { Conflicts, DateOverride } from "#modules/availability/schedule-schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { More, PriorityField } from "./add-form.tsx";
import { type ChosenDates, DatesForm } from "./dates-form.tsx";
import type { HoursOwner } from "./owner.ts";
import { PeriodList } from "./period-list.tsx";
import { useScheduleChange } from "./use-schedule-change.ts";
import { type DayInterval, problemOf } from "./weekly-hours.ts";

type Props = {
  owner: HoursOwner;
  /** Absent: a new one. */
  edited: DateOverride | null;
  onDone: () => void;
  onSaved: (conflicts: Conflicts) => void;
};

/** Other hours, or none, on some dates. */
export function OtherHoursForm({ owner, edited, onDone, onSaved }: Props) {
  const [intervals, setIntervals] = useState<DayInterval[]>(
    edited?.intervals ?? [{ startMinute: 600, endMinute: 960 }],
  );
  const [priority, setPriority] = useState(edited?.priority ?? 0);
  const [problem, setProblem] = useState<string | null>(null);
  const saved = (conflicts: Conflicts) => {
    onSaved(conflicts);
    onDone();
  };
  const mutation = trpc.schedule.saveDateOverride.useMutation(
    useScheduleChange({ done: "Other hours saved", onSaved: saved, onProblem: setProblem }),
  );
  const save = (dates: ChosenDates) => {
    const overlap = problemOf(intervals);
    if (overlap) return setProblem(overlap);
    mutation.mutate({ ...owner, ...dates, id: edited?.id, intervals, priority });
  };
  return (
    <DatesForm
      title="Other hours on these days"
      reasonExample="Christmas Eve"
      initial={edited ? { ...edited, reason: edited.reason ?? "" } : undefined}
      problem={problem}
      saving={mutation.isPending}
      saveLabel="Save"
      onProblem={setProblem}
      onCancel={onDone}
      onSave={save}
      more={
        <More opened={priority !== 0}>
          <PriorityField
            value={priority}
            onChange={setPriority}
            description="When several are set for the same day, the highest number counts. Days always come before weeks."
          />
        </More>
      }
    >
      <PeriodList intervals={intervals} onChange={setIntervals} />
    </DatesForm>
  );
}
