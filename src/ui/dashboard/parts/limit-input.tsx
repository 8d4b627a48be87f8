"use client";

import { NumberInput } from "@mantine/core";
import type { ReactNode } from "react";

type Props = {
  label: string;
  /** Null: no limit. */
  value?: number | null;
  onChange?: (limit: number | null) => void;
  error?: ReactNode;
};

/** The most of something that is allowed; empty: any number. */
export function LimitInput({ label, value = null, onChange, error }: Props) {
  return (
    <NumberInput
      label={label}
      placeholder="No limit"
      min={1}
      max={1000}
      allowDecimal={false}
      value={value ?? ""}
      onChange={(next) => onChange?.(next === "" ? null : Number(next))}
      error={error}
    />
  );
}
