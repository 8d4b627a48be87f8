"use client";

import { localDateOf } from "#kernel/time/wall-time.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { presentMinute } from "#ui/dashboard/frame/present.ts";

/** The date it is at the business, `YYYY-MM-DD`. */
export function useToday(): string {
  return localDateOf(presentMinute(), useBusiness().timeZone);
}
