"use client";

import type { Service } from "#modules/catalog/schema.ts";
import { useServices } from "#ui/dashboard/data/use-catalog.ts";

/** Services that are booked by the seat. */
export function useClassServices(): Service[] {
  return useServices().filter(({ kind }) => kind === "class");
}
