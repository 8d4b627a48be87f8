"use client";

import { Alert } from "@mantine/core";
import { formatDateOnly } from "#kernel/time/format-time.ts";
import type { RefusedDate } from "#modules/classes/schema.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";

/** The dates on which a class that was saved cannot be, each with the reason. */
export function RefusedDates({ dates }: { dates: RefusedDate[] }) {
  const { locale } = useBusiness();
  if (dates.length === 0) return null;
  return (
    <Alert
      color="yellow"
      icon={<Icon name="warning" />}
      title={dates.length === 1 ? "One date cannot be" : `${dates.length} dates cannot be`}
      mb={16}
      role="alert"
    >
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {dates.map(({ date, message }) => (
          <li key={date}>
            {formatDateOnly(date, locale)}: {message}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
