import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result } from "#kernel/result.ts";
import { hashSecretToken, newSecretToken } from "#kernel/secret-token.ts";
import { chooseStaff } from "#modules/availability/choose-staff.ts";
import { instantText } from "./appointment-view.ts";
import { loadBookingTerms } from "./booking-terms.ts";
import { claimedSpan, claimFirstFree } from "./claims.ts";
import { deleteHold, type HoldRow, holdMinutes, holdView, lockHold } from "./holds.ts";
import { refuseNotOffered, refuseTaken } from "./refuse-taken.ts";
import type { HoldSlotInput, HoldView } from "./schema.ts";

const minute = 60_000;

/**
 * Keeps a time for a customer for ten minutes (D3): a claim like any other, so nobody else can book it meanwhile.
 * An earlier hold of the same page is let go. Refused with the nearest free times when it is taken or not offered.
 */
export async function holdSlot(
  ctx: TenantContext,
  input: HoldSlotInput,
): Promise<Result<HoldView, "notFound" | "notOffered" | "slotTaken">> {
  const terms = await loadBookingTerms(ctx, input.serviceId);
  if (!terms.ok) return terms;
  if (input.previousToken) await letGo(ctx, input.previousToken);

  const choice = await chooseStaff(ctx, { ...input, audience: "customer" });
  if (!choice.ok) {
    if (choice.reason === "slotTaken") return refuseTaken(ctx, input);
    return choice.reason === "notOffered" ? refuseNotOffered(ctx, input, choice.message) : choice;
  }

  const start = new Date(input.start);
  const hold = { id: newId(), expiresAt: await databaseTimeIn(ctx, holdMinutes) };
  const wish = { seats: choice.value.candidates, span: claimedSpan(start, terms.value) };
  const seat = await claimFirstFree(ctx, { kind: "hold", ...hold }, wish);
  if (!seat) return refuseTaken(ctx, input);

  const row: HoldRow = {
    ...hold,
    serviceId: input.serviceId,
    staffId: seat.staffId,
    staffChosen: input.staffId !== undefined,
    locationId: seat.locationId,
    startsAt: start,
    endsAt: new Date(start.getTime() + terms.value.durationMin * minute),
    live: true,
  };
  return ok(holdView(row, await writeHold(ctx, row)));
}

async function letGo(ctx: TenantContext, token: string): Promise<void> {
  const previous = await lockHold(ctx, token);
  if (previous) await deleteHold(ctx, previous.id);
}

/** The database's time, `minutes` from now: the only clock that holds are measured by. */
export async function databaseTimeIn(ctx: TenantContext, minutes: number): Promise<Date> {
  const [row] = await ctx.sql<{ at: Date }>(
    "SELECT date_trunc('second', clock_timestamp()) + make_interval(mins => $1) AS at",
    [minutes],
    "database_time_in",
  );
  if (!row) throw new Error("The database did not tell the time");
  return row.at;
}

/** Writes the hold and returns its token. */
async function writeHold(ctx: TenantContext, row: HoldRow): Promise<string> {
  const token = newSecretToken();
  await ctx.sql(
    `INSERT INTO hold (tenant_id, id, token_hash, service_id, staff_id, staff_chosen, location_id, starts_at, ends_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ctx.tenantId,
      row.id,
      hashSecretToken(token),
      row.serviceId,
      row.staffId,
      row.staffChosen,
      row.locationId,
      instantText(row.startsAt),
      instantText(row.endsAt),
      row.expiresAt,
    ],
    "write_hold",
  );
  return token;
}
