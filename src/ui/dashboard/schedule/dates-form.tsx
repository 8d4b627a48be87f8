"use client";

import { TextInput } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { type ReactNode, useState } from "react";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { dateFormat } from "#ui/dashboard/parts/date-format.ts";
import { AddForm } from "./add-form.tsx";

export type ChosenDates = { dateFrom: string; dateTo: string; reason: string };

type Props = {
  title: string;
  /** Example of a reason. */
  reasonExample: string;
  initial?: Partial<ChosenDates>;
  /** Between the days and the reason. */
  children?: ReactNode;
  /** After the reason. */
  more?: ReactNode;
  problem: string | null;
  saving: boolean;
  saveLabel: string;
  onProblem: (problem: string | null) => void;
  onCancel: () => void;
  onSave: (dates: ChosenDates) => void;
};

/** The frame of what is set for days: which days, and why. */
export function DatesForm({ initial, reasonExample, onProblem, onSave, children, more, ...frame }: Props) {
  const { locale } = useBusiness();
  const [dates, setDates] = useState<[string | null, string | null]>([
    initial?.dateFrom ?? null,
    initial?.dateTo ?? null,
  ]);
  const [reason, setReason] = useState(initial?.reason ?? "");
  const save = () => {
    const [dateFrom, dateTo] = dates;
    if (!dateFrom) return onProblem("Choose the first day.");
    onSave({ dateFrom, dateTo: dateTo ?? dateFrom, reason });
  };
  return (
    <AddForm {...frame} onSave={save}>
      <DatePickerInput
        type="range"
        label="Days"
        placeholder="First and last day"
        valueFormat={dateFormat(locale)}
        allowSingleDateInRange
        value={dates}
        onChange={(next) => {
          setDates(next);
          onProblem(null);
        }}
      />
      {children}
      <TextInput
        label="Reason"
        description="For the team only."
        placeholder={reasonExample}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {more}
    </AddForm>
  );
}
