"use client";

import { ActionIcon, TextInput } from "@mantine/core";
import { useState } from "react";
import { formatClock } from "#kernel/time/format-time.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./schedule.module.css";
import { type DayInterval, intervalOf } from "./weekly-hours.ts";

/** Keys for periods, which have no identity but their place. */
export const positions = Array.from({ length: 24 }, (_, index) => `period-${index}`);

type PeriodProps = {
  name: string;
  interval: DayInterval;
  onChange: (interval: DayInterval) => void;
  onRemove: () => void;
};

/** Two times. What is half typed stays in the fields until it is a time again. */
export function Period({ name, interval, onChange, onRemove }: PeriodProps) {
  const [typed, setTyped] = useState<{ start: string; end: string } | null>(null);
  const shown = typed ?? {
    start: formatClock(interval.startMinute),
    end: formatClock(interval.endMinute % 1440),
  };
  const edit = (part: Partial<typeof shown>) => {
    const next = { ...shown, ...part };
    const read = intervalOf(next.start, next.end);
    setTyped(read ? null : next);
    if (read) onChange(read);
  };
  return (
    <div className={classes.period}>
      <TextInput
        type="time"
        aria-label={`${name}: from`}
        value={shown.start}
        onChange={(event) => edit({ start: event.target.value })}
      />
      <span aria-hidden="true">–</span>
      <TextInput
        type="time"
        aria-label={`${name}: until`}
        value={shown.end}
        onChange={(event) => edit({ end: event.target.value })}
      />
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Remove ${name}`} onClick={onRemove}>
        <Icon name="close" size={16} />
      </ActionIcon>
      {interval.endMinute > 1440 ? <span className={classes.nextDay}>until the next day</span> : null}
    </div>
  );
}
