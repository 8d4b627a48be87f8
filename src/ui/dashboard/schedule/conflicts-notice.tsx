"use client";

import { Alert, Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { formatDayTime } from "#kernel/time/format-time.ts";
import type { Conflicts } from "#modules/availability/schedule-schema.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useDrawers } from "#ui/dashboard/frame/drawers.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./schedule.module.css";

type Props = { conflicts: Conflicts | null; onDismiss: () => void };

/** Which booked appointments lie outside of the hours since they were saved, each to be opened. */
export function ConflictsNotice({ conflicts, onDismiss }: Props) {
  const { locale } = useBusiness();
  const { openAppointment } = useDrawers();
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (conflicts && conflicts.count > 0) shown.current?.scrollIntoView({ block: "center" });
  }, [conflicts]);
  if (!conflicts || conflicts.count === 0) return null;
  const { count, first } = conflicts;
  const more = count - first.length;
  return (
    <Alert
      ref={shown}
      color="yellow"
      icon={<Icon name="warning" />}
      title={
        count === 1
          ? "1 appointment is booked outside of these hours"
          : `${count} appointments are booked outside of these hours`
      }
      withCloseButton
      closeButtonLabel="Dismiss"
      onClose={onDismiss}
      mb={16}
      role="alert"
    >
      {count === 1 ? "It stays booked." : "They stay booked."}
      <ul className={classes.conflicts}>
        {first.map(({ appointmentId, start, timeZone, customerName, staffName }) => (
          <li key={appointmentId}>
            <Button
              variant="subtle"
              size="compact-sm"
              className={classes.conflict}
              onClick={() => openAppointment(appointmentId)}
            >
              {formatDayTime(start, timeZone, locale)} · {customerName} with {staffName}
            </Button>
          </li>
        ))}
      </ul>
      {more > 0 ? `and ${more} more` : null}
    </Alert>
  );
}
