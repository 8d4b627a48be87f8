"use client";

import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import type { HoursOwner } from "./owner.ts";
import classes from "./schedule.module.css";
import { useToday } from "./use-today.ts";
import { mondayOf, previewLines } from "./week-words.ts";

/** What results in this week and the next three of everything that is saved, in words. */
export function HoursPreview({ owner }: { owner: HoursOwner }) {
  const { locale } = useBusiness();
  const dateFrom = mondayOf(useToday());
  const { data } = trpc.schedule.preview.useQuery({ ...owner, dateFrom, days: 28 });
  return (
    <dl className={classes.preview} aria-label="What results">
      {data
        ? previewLines(data.days, locale).map(({ label, words }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))
        : null}
    </dl>
  );
}
