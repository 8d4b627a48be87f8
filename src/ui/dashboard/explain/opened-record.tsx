"use client";

import { AppointmentDrawer } from "#ui/dashboard/appointments/appointment-drawer.tsx";
import {
  addDays,
  instantOfWall,
  type Wall,
  wallAt,
  wallDate,
} from "#ui/dashboard/calendar/business-wall-time.ts";
import { SessionDrawer } from "#ui/dashboard/classes/session-drawer.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useServices, useStaff } from "#ui/dashboard/data/use-catalog.ts";
import { LocationDrawer } from "#ui/dashboard/locations/location-drawer.tsx";
import { ResourceDrawer } from "#ui/dashboard/resources/resource-drawer.tsx";
import { ServiceDrawer } from "#ui/dashboard/services/service-drawer.tsx";
import { StaffDrawer } from "#ui/dashboard/staff/staff-drawer.tsx";
import type { ReasonTarget } from "./reason-words.ts";

export type OpenedRecord = Extract<ReasonTarget, { id: string }>;

type Props = {
  record: OpenedRecord | null;
  /** The start that is explained (wall time of the business): what stands in its way lies around it. */
  at: Wall | null;
  onClose: () => void;
};

/** The record behind a reason, over the explanation: closed again, it asks anew. */
export function OpenedRecordDrawer({ record, at, onClose }: Props) {
  const services = useServices();
  const staff = useStaff();
  const { locations } = useBusiness();
  const needsResources = record?.open === "resource";
  const resources = trpc.resources.list.useQuery({ includeArchived: false }, { enabled: needsResources });
  const idOf = (kind: OpenedRecord["open"]) => (record?.open === kind ? record.id : null);
  const part = record?.part || undefined;
  const resourceList = resources.data?.resources ?? [];
  return (
    <>
      <AppointmentDrawer id={idOf("appointment")} onClose={onClose} />
      {at ? <OpenedSession id={idOf("session")} at={at} onClose={onClose} /> : null}
      <StaffDrawer id={idOf("staff")} part={part} staff={staff} onClose={onClose} />
      <ServiceDrawer id={idOf("service")} part={part} services={services} onClose={onClose} />
      <LocationDrawer id={idOf("location")} part={part} locations={locations} onClose={onClose} />
      {resourceList.length > 0 ? (
        <ResourceDrawer id={idOf("resource")} part={part} resources={resourceList} onClose={onClose} />
      ) : null}
    </>
  );
}

type SessionProps = { id: string | null; at: Wall; onClose: () => void };

/** A date of a class; nothing until it is found, as its drawer would begin a new one. */
function OpenedSession({ id, at, onClose }: SessionProps) {
  const { timeZone } = useBusiness();
  const dayAt = (days: number) => instantOfWall(wallAt(addDays(wallDate(at), days), 0), timeZone);
  const { data } = trpc.classes.listSessions.useQuery(
    { from: dayAt(-1), to: dayAt(2), includeCancelled: true },
    { enabled: id !== null },
  );
  const sessions = data?.sessions ?? [];
  const found = sessions.some((session) => session.id === id) ? id : null;
  return <SessionDrawer id={found} sessions={sessions} onClose={onClose} />;
}
