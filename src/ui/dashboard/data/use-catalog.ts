"use client";

import { useMemo } from "react";
import type { Resource, Service } from "#modules/catalog/schema.ts";
import type { StaffMember } from "#modules/staff/schema.ts";
import { useFrame } from "./frame-context.tsx";
import { trpc } from "./trpc.ts";

const none: never[] = [];

/** Services that are not archived, in their order, whether customers see them or not. */
export function useServices(): Service[] {
  const { data } = trpc.services.list.useQuery({ publicOnly: false });
  return data ? data.categories.flatMap((category) => category.services) : none;
}

/** Staff members who are not archived, in their order. */
export function useStaff(): StaffMember[] {
  const { data } = trpc.staff.list.useQuery({ publicOnly: false });
  return data?.staff ?? none;
}

/** Whether services and staff are known. A form begins with them: a new service is performed by everybody there is. */
export function useCatalogIsKnown(): boolean {
  const services = trpc.services.list.useQuery({ publicOnly: false });
  const staff = trpc.staff.list.useQuery({ publicOnly: false });
  return !services.isPending && !staff.isPending;
}

/** The staff members whose appointments one may see and change: everybody's, or one's own (F5). */
export function useCalendars(): StaffMember[] {
  const { rights, staffId } = useFrame().member;
  const staff = useStaff();
  const everybody = rights.includes("calendar.all");
  return useMemo(
    () => (everybody ? staff : staff.filter(({ id }) => id === staffId)),
    [everybody, staff, staffId],
  );
}

/** Rooms, chairs and equipment that are not archived, in their order. */
export function useResources(): Resource[] {
  const { data } = trpc.resources.list.useQuery({});
  return data?.resources ?? none;
}
