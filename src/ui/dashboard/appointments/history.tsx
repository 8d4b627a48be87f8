"use client";

import { Skeleton } from "@mantine/core";
import { formatDayTime } from "#kernel/time/format-time.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import classes from "./appointment.module.css";
import { historyWords } from "./history-words.ts";

/** What happened to an appointment and who did it, the newest first. */
export function History({ id }: { id: string }) {
  const { timeZone, locale } = useBusiness();
  const { data } = trpc.appointments.history.useQuery({ id });
  if (!data) return <Skeleton height={48} />;
  return (
    <ol className={classes.history}>
      {[...data].reverse().map((entry) => (
        <li key={entry.id}>
          {historyWords(entry, (instant) => formatDayTime(instant, timeZone, locale))}
          <time dateTime={entry.at}>{formatDayTime(entry.at, timeZone, locale)}</time>
        </li>
      ))}
    </ol>
  );
}
