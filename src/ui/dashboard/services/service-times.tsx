"use client";

import { NumberInput, Switch } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { FieldRow, FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { LimitInput } from "#ui/dashboard/parts/limit-input.tsx";
import type { ServiceValues } from "./service-values.ts";
import { startWords } from "./start-words.ts";

type Props = { form: UseFormReturnType<ServiceValues> };

/** How long it takes, when it can start, and how often. */
export function ServiceTimes({ form }: Props) {
  const { kind } = form.values;
  return (
    <FormSection title="Times">
      <FieldRow>
        <Minutes form={form} label="Duration" name="durationMin" min={5} max={1440} />
        {kind === "class" ? null : (
          <Minutes form={form} label="Offer a start every" name="slotIntervalMin" min={5} max={1440} />
        )}
      </FieldRow>
      {kind === "class" ? null : <RoundTimes form={form} />}
      <FieldRow>
        <Minutes form={form} label="Free before" name="bufferBeforeMin" min={0} max={720} />
        <Minutes form={form} label="Free after" name="bufferAfterMin" min={0} max={720} />
      </FieldRow>
      {kind === "class" ? null : (
        <FieldRow>
          <LimitInput label="Most visits a day" {...form.getInputProps("maxPerDay")} />
          <LimitInput label="Most visits a week" {...form.getInputProps("maxPerWeek")} />
        </FieldRow>
      )}
    </FormSection>
  );
}

type MinutesProps = Props & {
  label: string;
  name: "durationMin" | "slotIntervalMin" | "bufferBeforeMin" | "bufferAfterMin";
  min: number;
  max: number;
};

function Minutes({ form, label, name, min, max }: MinutesProps) {
  return (
    <NumberInput label={label} suffix=" min" min={min} max={max} step={5} {...form.getInputProps(name)} />
  );
}

function RoundTimes({ form }: Props) {
  const { startGrid, slotIntervalMin } = form.values;
  const onClock = startGrid === "clock";
  return (
    <Switch
      label="Start on round times of the clock"
      description={
        onClock ? startWords(Number(slotIntervalMin)) : "Now counted from the beginning of working hours."
      }
      checked={onClock}
      onChange={(event) => form.setFieldValue("startGrid", event.currentTarget.checked ? "clock" : "hours")}
    />
  );
}
