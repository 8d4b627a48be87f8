"use client";

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Conflicts, MonthlyHours } from "#modules/availability/schedule-schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { FieldRow } from "#ui/dashboard/parts/form-section.tsx";
import { AddForm } from "./add-form.tsx";
import type { HoursOwner } from "./owner.ts";
import { PeriodList } from "./period-list.tsx";
import { PlanDetails, StandingField } from "./plan-details.tsx";
import { Alone } from "./plan-form.tsx";
import { replacing } from "./plan-values.ts";
import { useScheduleChange } from "./use-schedule-change.ts";
import { nthNames } from "./week-words.ts";
import { weekdayName } from "./weekday-names.ts";
import { problemOf } from "./weekly-hours.ts";

type Props = {
  owner: HoursOwner;
  /** Absent: new ones. */
  edited: MonthlyHours | null;
  alone: boolean;
  onDone: () => void;
  onSaved: (conflicts: Conflicts) => void;
  /** Something was typed that is not saved. */
  onTouched: () => void;
};

const fresh: Omit<MonthlyHours, "id"> = {
  name: null,
  nth: 1,
  weekday: 6,
  intervals: [{ startMinute: 600, endMinute: 840 }],
  dateFrom: null,
  dateTo: null,
  priority: replacing,
};

/** Hours of one day a month, such as its first Saturday. */
export function MonthlyForm({ owner, edited, alone, onDone, onSaved, onTouched }: Props) {
  const { locale } = useBusiness();
  const [values, setValues] = useState({ ...(edited ?? fresh), name: edited?.name ?? "" });
  const [problem, setProblem] = useState<string | null>(null);
  const mutation = trpc.schedule.saveMonthlyHours.useMutation(
    useScheduleChange({
      done: "Hours saved. The booking page follows at once.",
      onSaved,
      onProblem: setProblem,
    }),
  );
  const edit = (part: Partial<typeof values>) => {
    setValues((now) => ({ ...now, ...part }));
    setProblem(null);
    onTouched();
  };
  const save = () => {
    const overlap = problemOf(values.intervals);
    if (overlap) return setProblem(overlap);
    mutation.mutate({ ...owner, ...values, id: edited?.id });
  };
  return (
    <AddForm
      title="Once a month"
      problem={problem}
      saving={mutation.isPending}
      onCancel={onDone}
      onSave={save}
    >
      {alone ? <Alone /> : null}
      <FieldRow>
        <NativeSelect
          label="Which"
          value={values.nth}
          onChange={(event) => edit({ nth: nthOf(event.target.value) })}
          data={nthNames.map(({ value, label }) => ({ value: `${value}`, label }))}
        />
        <NativeSelect
          label="Day of the month"
          value={values.weekday}
          onChange={(event) => edit({ weekday: Number(event.target.value) })}
          data={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: `${day}`, label: weekdayName(day, locale) }))}
        />
      </FieldRow>
      <PeriodList intervals={values.intervals} onChange={(intervals) => edit({ intervals })} />
      <StandingField priority={values.priority} onChange={(priority) => edit({ priority })} />
      <PlanDetails values={values} onEdit={edit} withPeriod />
    </AddForm>
  );
}

function nthOf(value: string): MonthlyHours["nth"] {
  return nthNames.find((nth) => `${nth.value}` === value)?.value ?? 1;
}
