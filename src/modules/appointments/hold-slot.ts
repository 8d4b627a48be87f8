import { announceChange, spanOf } from "#database/announce-change.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result } from "#kernel/result.ts";
import { hashSecretToken, newSecretToken } from "#kernel/secret-token.ts";
import { instantText } from "./appointment-view.ts";
import { type BookingTerms, loadBookingTerms, refuseSeatsOfVisit } from "./booking-terms.ts";
import { claimedSpan, claimOffered } from "./claims.ts";
import { countFreeSeats } from "./class-seats.ts";
import { findOffer, findOfferOfNew, type OfferedChoice, type OfferRefusals } from "./find-offer.ts";
import { deleteHold, type HoldRow, holdMinutes, holdView, lockHold } from "./holds.ts";
import { refuseOffer, refuseSeats } from "./refuse-taken.ts";
import type { HoldSlotInput, HoldView } from "./schema.ts";

const minute = 60_000;

/**
 * Keeps a time for a customer for ten minutes (D3): claims like any other, so nobody else can book it meanwhile; of a
 * class, seats. An earlier hold of the same page is let go. Refused with the nearest free times when it is taken or not
 * offered.
 */
export async function holdSlot(
  ctx: TenantContext,
  input: HoldSlotInput,
): Promise<Result<HoldView, OfferRefusals>> {
  const terms = await loadBookingTerms(ctx, input.serviceId);
  if (!terms.ok) return terms;
  const wrongSeats = refuseSeatsOfVisit(terms.value, input.seats);
  if (wrongSeats) return wrongSeats;
  const { previousToken, ...wish } = input;
  if (previousToken) await letGo(ctx, previousToken);

  const offer = (await findOfferOfNew(ctx, wish, terms.value)) ?? (await findOffer(ctx, wish));
  if (!offer.ok) return refuseOffer(ctx, wish, offer);
  const hold = { id: newId(), expiresAt: await databaseTimeIn(ctx, holdMinutes) };
  const kept = await keep(ctx, { wish, hold, terms: terms.value, choices: offer.value });
  if (!kept.ok) return kept;

  const choice = kept.value;
  const start = new Date(input.start);
  const row: HoldRow = {
    ...hold,
    serviceId: input.serviceId,
    staffId: choice.staffId,
    staffChosen: input.staffId !== undefined,
    locationId: choice.locationId,
    sessionId: choice.sessionId ?? null,
    seats: input.seats ?? 1,
    startsAt: start,
    endsAt: new Date(start.getTime() + terms.value.durationMin * minute),
    live: true,
  };
  const [token] = await Promise.all([
    writeHold(ctx, row),
    announceChange(ctx, spanOf(row.startsAt, row.endsAt)),
  ]);
  return ok(holdView(row, token));
}

type Request = {
  wish: Omit<HoldSlotInput, "previousToken">;
  hold: { id: string; expiresAt: Date };
  terms: BookingTerms;
  choices: readonly OfferedChoice[];
};

/** Claims a choice for the hold, or sees that a session of the class has the seats and locks it. */
async function keep(
  ctx: TenantContext,
  { wish, hold, terms, choices }: Request,
): Promise<Result<OfferedChoice, "slotTaken">> {
  if (terms.kind === "class") return keepSeats(ctx, wish, choices);
  const offered = {
    choices,
    span: claimedSpan(new Date(wish.start), terms),
    askAgain: () => findOffer(ctx, wish),
  };
  const choice = await claimOffered(ctx, { kind: "hold", ...hold }, offered);
  return choice.ok ? choice : refuseOffer(ctx, wish, choice);
}

async function keepSeats(
  ctx: TenantContext,
  wish: Request["wish"],
  choices: readonly OfferedChoice[],
): Promise<Result<OfferedChoice, "slotTaken">> {
  let most = 0;
  for (const choice of choices) {
    const free = choice.sessionId ? await countFreeSeats(ctx, choice.sessionId) : 0;
    if (free >= (wish.seats ?? 1)) return ok(choice);
    most = Math.max(most, free);
  }
  return refuseSeats(ctx, wish, most);
}

async function letGo(ctx: TenantContext, token: string): Promise<void> {
  const previous = await lockHold(ctx, token);
  if (previous) await deleteHold(ctx, previous);
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
    `INSERT INTO hold (tenant_id, id, token_hash, service_id, staff_id, staff_chosen, location_id, starts_at, ends_at,
       expires_at, session_id, seats)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
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
      row.sessionId,
      row.seats,
    ],
    "write_hold",
  );
  return token;
}
