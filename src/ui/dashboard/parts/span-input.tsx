"use client";

import { Input, NativeSelect, NumberInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { minutesOf, spanOf, type TimeUnit, timeUnits } from "./span-of-time.ts";

type Props = {
  label: string;
  description?: string;
  /** Minutes; null: left to the business's setting. */
  value?: number | null;
  onChange?: (minutes: number | null) => void;
  error?: ReactNode;
  placeholder?: string;
};

/** A length of time as a number and its unit. */
export function SpanInput({ label, description, value = null, onChange, error, placeholder }: Props) {
  const [unit, setUnit] = useState<TimeUnit>(() => spanOf(value ?? 60).unit);
  const amount = value === null ? "" : minutesOfUnit(value, unit);
  return (
    <Input.Wrapper label={label} description={description} error={error} labelElement="div">
      <div style={{ display: "flex", gap: 8, marginBlockStart: 4 }}>
        <NumberInput
          aria-label={label}
          value={amount}
          onChange={(next) => onChange?.(next === "" ? null : minutesOf({ amount: Number(next), unit }))}
          min={0}
          placeholder={placeholder}
          error={Boolean(error)}
          hideControls
          style={{ flex: 1 }}
        />
        <NativeSelect
          aria-label={`${label}: unit`}
          value={unit}
          data={[...timeUnits]}
          onChange={(event) => {
            const next = event.target.value as TimeUnit;
            if (value !== null) onChange?.(minutesOf({ amount: Number(amount), unit: next }));
            setUnit(next);
          }}
          style={{ inlineSize: 112 }}
        />
      </div>
    </Input.Wrapper>
  );
}

function minutesOfUnit(minutes: number, unit: TimeUnit): number {
  return minutes / minutesOf({ amount: 1, unit });
}
