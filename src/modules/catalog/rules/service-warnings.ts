import type { Service } from "../schema.ts";

/** What is allowed about a service but keeps it from being booked as probably meant (B1, C3), in words. */
export function serviceWarnings(service: Pick<Service, "staffNeeded" | "staffIds" | "kind">): string[] {
  const { staffNeeded, staffIds, kind } = service;
  if (kind === "class" || staffNeeded <= staffIds.length) return [];
  if (staffIds.length === 0) return ["Nobody performs it yet, so it cannot be booked."];
  const performers =
    staffIds.length === 1 ? "only 1 person performs it" : `only ${staffIds.length} perform it`;
  return [`It takes ${staffNeeded} people at once, and ${performers}: it cannot be booked.`];
}
