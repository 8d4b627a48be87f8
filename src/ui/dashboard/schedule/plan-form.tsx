"use client";

import { Checkbox, NativeSelect, SegmentedControl } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useState } from "react";
import type { Conflicts } from "#modules/availability/schedule-schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { dateFormat } from "#ui/dashboard/parts/date-format.ts";
import { AddForm } from "./add-form.tsx";
import { type HoursOwner, wordsOf } from "./owner.ts";
import { PlanDetails, StandingField } from "./plan-details.tsx";
import { type PlanValues, planRequest, problemOfPlan, withWeeks } from "./plan-values.ts";
import classes from "./schedule.module.css";
import { useScheduleChange } from "./use-schedule-change.ts";
import { useToday } from "./use-today.ts";
import { mondayOf, nextTurn, turnName, turnWords } from "./week-words.ts";
import { WeeklyHoursEditor } from "./weekly-hours-editor.tsx";

type Props = {
  owner: HoursOwner;
  initial: PlanValues;
  /** A person who has followed the opening hours until now. */
  alone: boolean;
  onDone: () => void;
  onSaved: (conflicts: Conflicts) => void;
  /** Something was typed that is not saved. */
  onTouched: () => void;
};

/** Weeks that take turns, or a week for a time of the year. */
export function PlanForm({ owner, initial, alone, onDone, onSaved, onTouched }: Props) {
  const [values, setValues] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const mutation = trpc.schedule.saveHoursPlan.useMutation(
    useScheduleChange({
      done: "Hours saved. The booking page follows at once.",
      onSaved,
      onProblem: setProblem,
    }),
  );
  const edit = (part: Partial<PlanValues>) => {
    setValues((now) => ({ ...now, ...part }));
    setProblem(null);
    onTouched();
  };
  const save = () => {
    const wrong = problemOfPlan(values);
    if (wrong) return setProblem(wrong);
    mutation.mutate({ ...owner, ...planRequest(values) });
  };
  const turns = values.kind === "turns";
  return (
    <AddForm
      title={turns ? "Weeks that take turns" : "A time of the year"}
      problem={problem}
      saving={mutation.isPending}
      onCancel={onDone}
      onSave={save}
    >
      {alone ? <Alone /> : null}
      {turns ? <Turns values={values} onEdit={edit} /> : <Season values={values} onEdit={edit} />}
      <StandingField priority={values.priority} onChange={(priority) => edit({ priority })} />
      <Weeks values={values} onEdit={edit} closedWord={wordsOf(owner).closed} />
      <PlanDetails values={values} onEdit={edit} withPeriod={turns} />
    </AddForm>
  );
}

/** With hours of their own somebody follows nobody else's. */
export function Alone() {
  return (
    <p className={classes.quiet}>
      Until now they follow the opening hours. With these they work only at the hours set here: set their
      usual week too.
    </p>
  );
}

type PartProps = { values: PlanValues; onEdit: (part: Partial<PlanValues>) => void };

const counts = [2, 3, 4, 5, 6, 7, 8];

function Turns({ values, onEdit }: PartProps) {
  const { locale } = useBusiness();
  const today = useToday();
  const { weeks, anchorDate } = values;
  const starts = weeks.map((_, index) => {
    const monday = nextTurn(anchorDate, { index, of: weeks.length }, today);
    return `${turnName(index)} ${turnWords(monday, locale, today)}`;
  });
  return (
    <>
      <NativeSelect
        label="How many weeks take turns"
        value={weeks.length}
        onChange={(event) => onEdit(withWeeks(values, Number(event.target.value)))}
        data={counts.map((count) => ({
          value: `${count}`,
          label: count === 2 ? "2: every second week" : `${count}`,
        }))}
        maw={260}
      />
      <DatePickerInput
        label="Week A starts"
        description="Any day of the week; weeks start on Monday."
        valueFormat={dateFormat(locale)}
        value={anchorDate}
        onChange={(date) => onEdit({ anchorDate: date ? mondayOf(date) : "" })}
        maw={260}
      />
      {anchorDate ? <p className={classes.quiet}>{starts.join(" · ")}</p> : null}
    </>
  );
}

function Season({ values, onEdit }: PartProps) {
  const { locale } = useBusiness();
  return (
    <DatePickerInput
      type="range"
      label="From and until"
      placeholder="First and last day"
      valueFormat={dateFormat(locale)}
      allowSingleDateInRange
      value={[values.dateFrom, values.dateTo]}
      onChange={([dateFrom, dateTo]) => onEdit({ dateFrom, dateTo })}
    />
  );
}

function Weeks({ values, onEdit, closedWord }: PartProps & { closedWord: string }) {
  const { locale } = useBusiness();
  const [chosen, setChosen] = useState(0);
  const index = Math.min(chosen, values.weeks.length - 1);
  const week = values.weeks[index];
  if (!week) return null;
  const change = (part: Partial<typeof week>) =>
    onEdit({ weeks: values.weeks.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <div className={classes.weeks}>
      {values.weeks.length > 1 ? (
        <>
          <SegmentedControl
            aria-label="Week"
            value={`${index}`}
            onChange={(next) => setChosen(Number(next))}
            data={values.weeks.map((_, at) => ({ value: `${at}`, label: turnName(at) }))}
          />
          <Checkbox
            label="As in the usual week"
            checked={week.asUsual}
            onChange={(event) => change({ asUsual: event.currentTarget.checked })}
          />
        </>
      ) : null}
      {week.asUsual ? null : (
        <WeeklyHoursEditor
          week={week.days}
          onChange={(days) => change({ days })}
          locale={locale}
          closedWord={closedWord}
        />
      )}
    </div>
  );
}
