"use client";

import { Switch } from "@mantine/core";
import { formatDateOnly } from "#kernel/time/format-time.ts";
import type { HolidaysView } from "#modules/availability/holiday-schema.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { holidaysFrom, withWorked } from "./holiday-values.ts";
import classes from "./schedule.module.css";
import { useToday } from "./use-today.ts";

type Props = {
  years: HolidaysView["years"];
  /** Rules of those on which it is open. */
  worked: string[];
  onChange: (worked: string[]) => void;
};

/** The holidays still to come this year, and the next year's, each closed or open as on other days. */
export function HolidayList({ years, worked, onChange }: Props) {
  const { locale } = useBusiness();
  const today = useToday();
  return (
    <>
      {holidaysFrom(years, today).map(({ year, holidays }) => (
        <section key={year} aria-label={`${year}`}>
          <h4 className={classes.year}>{year}</h4>
          <ul className={classes.rules}>
            {holidays.map(({ date, rule, name }) => (
              <li key={`${date} ${rule}`} className={classes.rule}>
                <span className={classes.ruleWords}>
                  {name}
                  <span className={classes.quiet}>{formatDateOnly(date, locale)}</span>
                </span>
                <Switch
                  label={worked.includes(rule) ? "Open" : "Closed"}
                  labelPosition="left"
                  checked={worked.includes(rule)}
                  onChange={(event) => onChange(withWorked(worked, rule, event.currentTarget.checked))}
                  aria-label={`Open on ${name}, ${formatDateOnly(date, locale)}`}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
