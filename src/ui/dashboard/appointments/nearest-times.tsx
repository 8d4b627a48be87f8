"use client";

import { Alert, Button } from "@mantine/core";
import { formatDayTime } from "#kernel/time/format-time.ts";
import type { NearbySlot } from "#modules/appointments/schema.ts";
import type { Failure } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./appointment.module.css";

type Props = { failure: Failure; onChoose: (slot: NearbySlot) => void };

/** A time that is taken, said in words, with the nearest free ones to choose instead. */
export function NearestTimes({ failure, onChoose }: Props) {
  const { timeZone, locale } = useBusiness();
  const nearest = (failure.details.nearest ?? []) as NearbySlot[];
  return (
    <Alert color="red" role="alert" icon={<Icon name="warning" />} title="This time is taken">
      {nearest.length > 0
        ? "Nothing was booked. The nearest free times:"
        : "Nothing was booked. Choose another time."}
      <div className={classes.nearest}>
        {nearest.map((slot) => (
          <Button
            key={`${slot.start}-${slot.locationId}`}
            variant="default"
            size="xs"
            onClick={() => onChoose(slot)}
          >
            {formatDayTime(slot.start, timeZone, locale)}
          </Button>
        ))}
      </div>
    </Alert>
  );
}
