"use client";

import { Button } from "@mantine/core";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { Period, positions } from "./period.tsx";
import classes from "./schedule.module.css";
import { addInterval, type DayInterval, removeInterval, setOpen, setPeriod } from "./weekly-hours.ts";

type Props = { intervals: DayInterval[]; onChange: (intervals: DayInterval[]) => void };

/** The periods of one day; none is closed. */
export function PeriodList({ intervals, onChange }: Props) {
  const week = [{ weekday: 1, intervals }];
  const take = ([day]: typeof week) => onChange(day?.intervals ?? []);
  const add = () => take(intervals.length === 0 ? setOpen(week, 1, true) : addInterval(week, 1));
  return (
    <div className={classes.periods}>
      {intervals.length === 0 ? <span className={classes.closed}>Closed all day</span> : null}
      {intervals.map((interval, index) => (
        <Period
          key={positions[index]}
          name={`period ${index + 1}`}
          interval={interval}
          onChange={(next) => take(setPeriod(week, 1, { index, interval: next }))}
          onRemove={() => take(removeInterval(week, 1, index))}
        />
      ))}
      <div>
        <Button size="compact-sm" variant="subtle" leftSection={<Icon name="plus" size={14} />} onClick={add}>
          {intervals.length === 0 ? "Open with hours" : "Another period"}
        </Button>
      </div>
    </div>
  );
}
