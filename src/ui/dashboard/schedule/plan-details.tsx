"use client";

import { Radio, TextInput } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { dateFormat } from "#ui/dashboard/parts/date-format.ts";
import { More, PriorityField } from "./add-form.tsx";
import { replacing } from "./plan-values.ts";
import classes from "./schedule.module.css";

type Details = { name: string; dateFrom: string | null; dateTo: string | null; priority: number };
type Props = {
  values: Details;
  onEdit: (part: Partial<Details>) => void;
  /** Whether a time of the year can be set here. */
  withPeriod: boolean;
};

/** Name, time of the year and priority of hours that differ: what few need. */
export function PlanDetails({ values, onEdit, withPeriod }: Props) {
  const { locale } = useBusiness();
  const { name, dateFrom, dateTo, priority } = values;
  const inUse =
    name !== "" ||
    (withPeriod && (dateFrom !== null || dateTo !== null)) ||
    ![0, replacing].includes(priority);
  return (
    <More opened={inUse}>
      <TextInput
        label="Name"
        description="For the team only."
        placeholder="Summer hours"
        maxLength={60}
        value={name}
        onChange={(event) => onEdit({ name: event.target.value })}
      />
      {withPeriod ? (
        <DatePickerInput
          type="range"
          label="Only from and until"
          placeholder="All year"
          valueFormat={dateFormat(locale)}
          clearable
          value={[dateFrom, dateTo]}
          onChange={([first, last]) => onEdit({ dateFrom: first, dateTo: last })}
        />
      ) : null}
      <PriorityField
        value={priority}
        onChange={(next) => onEdit({ priority: next })}
        description="Where several hours speak about the same day, those with the highest number count; equal ones add up. The usual week has 0."
      />
    </More>
  );
}

/** Whether hours replace the usual ones or add to them: the two priorities that most need. */
export function StandingField({
  priority,
  onChange,
}: {
  priority: number;
  onChange: (priority: number) => void;
}) {
  return (
    <Radio.Group
      label="On these days"
      value={priority > 0 ? "replace" : "add"}
      onChange={(next) => onChange(next === "replace" ? replacing : 0)}
    >
      <div className={classes.standing}>
        <Radio value="replace" label="These hours in place of the usual ones" />
        <Radio value="add" label="These hours and the usual ones" />
      </div>
    </Radio.Group>
  );
}
