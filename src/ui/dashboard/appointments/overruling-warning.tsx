"use client";

import { Alert } from "@mantine/core";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";

type Props = { serviceId: string; staffId: string; start: string; ignoreAppointmentId?: string };

/** Says, before it is done, that customers could not book this time. Only a double booking is refused to the team. */
export function OverrulingWarning({ serviceId, staffId, start, ignoreAppointmentId }: Props) {
  const to = new Date(Date.parse(start) + 60_000).toISOString();
  const { data } = trpc.availability.findSlots.useQuery({
    serviceId,
    staffId,
    from: start,
    to,
    ignoreAppointmentId,
    audience: "customer",
  });
  if (!data || data.slots.length > 0) return null;
  return (
    <Alert color="yellow" icon={<Icon name="warning" />} title="Customers are not offered this time">
      The working hours, a break or the notice speak against it. You can take it all the same; only a double
      booking is refused.
    </Alert>
  );
}
