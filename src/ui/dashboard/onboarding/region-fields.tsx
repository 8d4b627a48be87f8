"use client";

import { Button, Select } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { zoneCity } from "#kernel/time/format-time.ts";
import { countries } from "#modules/onboarding/rules/countries.ts";
import { currencyOf, type Region, zonesOf } from "#modules/onboarding/rules/guess-region.ts";
import { currencyChoices, zoneChoices } from "#ui/dashboard/parts/currency.ts";
import { FieldRow } from "#ui/dashboard/parts/form-section.tsx";
import classes from "./onboarding.module.css";

type Props = { form: UseFormReturnType<{ name: string; slug: string } & Region> };

/** Country, time zone and currency: one quiet line while the guess is right. */
export function RegionFields({ form }: Props) {
  const [open, setOpen] = useState(false);
  const region = form.getValues();
  if (!open) {
    return (
      <p className={classes.region}>
        <span>{regionWords(region)}</span>
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
          Change
        </Button>
      </p>
    );
  }
  const choose = (country: string | null) => {
    if (!country) return;
    const zones = zonesOf(country);
    const timeZone = zones.includes(region.timeZone) ? region.timeZone : (zones[0] ?? region.timeZone);
    const locale = `${region.locale.split("-")[0]}-${country}`;
    form.setValues({ country, timeZone, locale, currency: currencyOf(country) });
  };
  return (
    <>
      <Select
        label="Country"
        searchable
        data={countryChoices()}
        {...form.getInputProps("country")}
        onChange={choose}
      />
      <FieldRow>
        <Select
          label="Time zone"
          searchable
          limit={80}
          data={zoneChoices()}
          {...form.getInputProps("timeZone")}
        />
        <Select
          label="Currency"
          searchable
          limit={80}
          data={currencyChoices("en")}
          {...form.getInputProps("currency")}
        />
      </FieldRow>
    </>
  );
}

/** "United States, US Dollar, times in New York". */
function regionWords({ country, currency, timeZone }: Region): string {
  const place = country ? new Intl.DisplayNames("en", { type: "region" }).of(country) : null;
  const money = new Intl.DisplayNames("en", { type: "currency" }).of(currency);
  return [place, money, `times in ${zoneCity(timeZone)}`].filter(Boolean).join(" · ");
}

function countryChoices(): { value: string; label: string }[] {
  const names = new Intl.DisplayNames("en", { type: "region" });
  return Object.keys(countries)
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
