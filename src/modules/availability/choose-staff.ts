import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { parseInstant } from "#kernel/time/instant.ts";
import { minutesPerDay } from "#kernel/time/local-date.ts";
import { loadBookables } from "./bookables.ts";
import { chooseCandidates } from "./rules/choose-candidates.ts";
import type { ChooseStaffInput, ChooseStaffOutput } from "./schema.ts";

/**
 * Who can take a visit that starts exactly at `start`, the preferred one first (C3): least booked that day, then in
 * display order. For use inside the booking transaction; the claim itself still decides between rivals.
 */
export async function chooseStaff(
  ctx: TenantContext,
  input: ChooseStaffInput,
): Promise<Result<ChooseStaffOutput, "notFound" | "notOffered" | "slotTaken">> {
  const { start: startText, audience, seats, ...request } = input;
  const start = parseInstant(startText);
  if (!Number.isInteger(start)) return refuse("notOffered", "Visits start on the minute.");
  const window = { from: start, until: start + 1 };
  const around = { window, reach: 2 * minutesPerDay, choosing: true };
  const loaded = await loadBookables(ctx, { ...request, ...around, audience });
  if (!loaded.ok) return loaded;
  const question = { window, audience, staffId: input.staffId, seats, now: ctx.clock.now() / 60_000 };
  const chosen = chooseCandidates(loaded.value, question);
  return "refusal" in chosen ? chosen.refusal : ok({ candidates: chosen.choices });
}
