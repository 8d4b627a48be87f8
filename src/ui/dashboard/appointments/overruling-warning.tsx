"use client";

import { Alert, Button } from "@mantine/core";
import { wallOfInstant } from "#ui/dashboard/calendar/business-wall-time.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useDrawers } from "#ui/dashboard/frame/drawers.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./appointment.module.css";

type Props = { serviceId: string; staffId: string; start: string; ignoreAppointmentId?: string };

/** Said in the warning itself; the explanation has all of them. */
const mostReasons = 3;

/** Says, before it is done, that customers could not book this time, and why. Only a double booking is refused. */
export function OverrulingWarning({ serviceId, staffId, start, ignoreAppointmentId }: Props) {
  const { timeZone } = useBusiness();
  const { openExplanation } = useDrawers();
  const asked = { serviceId, staffId, ignoreAppointmentId };
  const to = new Date(Date.parse(start) + 60_000).toISOString();
  const { data } = trpc.availability.findSlots.useQuery({ ...asked, from: start, to, audience: "customer" });
  const isRefused = data !== undefined && data.slots.length === 0;
  const why = trpc.explain.time.useQuery({ ...asked, start }, { enabled: isRefused });
  if (!isRefused) return null;
  const reasons = why.data?.reasons ?? [];
  return (
    <Alert color="yellow" icon={<Icon name="warning" />} title="Customers are not offered this time">
      {reasons.length > 0 ? (
        <ul className={classes.why}>
          {reasons.slice(0, mostReasons).map(({ code, message }) => (
            <li key={`${code} ${message}`}>{message}</li>
          ))}
        </ul>
      ) : null}
      You can take it all the same; only a double booking is refused.
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.whyLink}
          rightSection={<Icon name="right" size={14} />}
          onClick={() => openExplanation({ ...asked, start: wallOfInstant(start, timeZone) })}
        >
          Why is this time not offered?
        </Button>
      </div>
    </Alert>
  );
}
