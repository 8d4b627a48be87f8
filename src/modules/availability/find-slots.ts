import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { parseInstant } from "#kernel/time/instant.ts";
import { loadBookables } from "./bookables.ts";
import { offeredSlots } from "./rules/slots.ts";
import type { FindSlotsInput, FindSlotsOutput } from "./schema.ts";

/**
 * The starts in `[from, to)` at which the service can be booked, computed from the database as it is now (C1–C4, C7):
 * one round trip, no cache.
 */
export async function findSlots(
  ctx: TenantContext,
  input: FindSlotsInput,
): Promise<Result<FindSlotsOutput, "notFound">> {
  const { from, to, audience, seats, ...request } = input;
  const window = { from: Math.ceil(parseInstant(from)), until: Math.ceil(parseInstant(to)) };
  const loaded = await loadBookables(ctx, { ...request, window, audience });
  if (!loaded.ok) return loaded;
  const { business, places } = loaded.value;
  const question = { window, audience, staffId: input.staffId, seats, now: ctx.clock.now() / 60_000 };
  const slots = offeredSlots(loaded.value, question);
  const timeZone = (input.locationId && places[0]?.timeZone) || business.timeZone;
  return ok({ serviceId: input.serviceId, timeZone, slots });
}
