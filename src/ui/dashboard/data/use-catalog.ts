"use client";

import type { Resource, Service } from "#modules/catalog/schema.ts";
import type { StaffMember } from "#modules/staff/schema.ts";
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

/** Rooms, chairs and equipment that are not archived, in their order. */
export function useResources(): Resource[] {
  const { data } = trpc.resources.list.useQuery({});
  return data?.resources ?? none;
}
