"use client";

import { AppointmentDrawer } from "#ui/dashboard/appointments/appointment-drawer.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useServices, useStaff } from "#ui/dashboard/data/use-catalog.ts";
import { LocationDrawer } from "#ui/dashboard/locations/location-drawer.tsx";
import { ResourceDrawer } from "#ui/dashboard/resources/resource-drawer.tsx";
import { ServiceDrawer } from "#ui/dashboard/services/service-drawer.tsx";
import { StaffDrawer } from "#ui/dashboard/staff/staff-drawer.tsx";
import type { ReasonTarget } from "./reason-words.ts";

export type OpenedRecord = Extract<ReasonTarget, { id: string }>;

type Props = { record: OpenedRecord | null; onClose: () => void };

/** The record behind a reason, over the explanation: closed again, it asks anew. */
export function OpenedRecordDrawer({ record, onClose }: Props) {
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
      <StaffDrawer id={idOf("staff")} part={part} staff={staff} onClose={onClose} />
      <ServiceDrawer id={idOf("service")} part={part} services={services} onClose={onClose} />
      <LocationDrawer id={idOf("location")} part={part} locations={locations} onClose={onClose} />
      {resourceList.length > 0 ? (
        <ResourceDrawer id={idOf("resource")} part={part} resources={resourceList} onClose={onClose} />
      ) : null}
    </>
  );
}
