"use client";

import { NumberInput } from "@mantine/core";
import type { ReactNode } from "react";
import { currencyDigits, currencySign } from "./currency.ts";

type Props = {
  label: string;
  currency: string;
  locale: string;
  /** In the currency's smallest unit. */
  value?: number;
  onChange?: (minor: number) => void;
  error?: ReactNode;
};

/** An amount of money, typed in whole units and kept in the smallest one. */
export function MoneyInput({ label, currency, locale, value, onChange, error }: Props) {
  const digits = currencyDigits(currency);
  return (
    <NumberInput
      label={label}
      value={(value ?? 0) / 10 ** digits}
      onChange={(next) => onChange?.(Math.round(Number(next === "" ? 0 : next) * 10 ** digits))}
      prefix={`${currencySign(currency, locale)} `}
      decimalScale={digits}
      min={0}
      hideControls
      error={error}
    />
  );
}
