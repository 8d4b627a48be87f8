import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Refused, type Result, refuse } from "#kernel/result.ts";

/** A span of a subject's time, buffers included. */
export type Span = { start: Date; end: Date };

const minute = 60_000;

/** The time a visit claims: the visit itself and the buffers around it. */
export function claimedSpan(
  start: Date,
  terms: { durationMin: number; bufferBeforeMin: number; bufferAfterMin: number },
): Span {
  return {
    start: new Date(start.getTime() - terms.bufferBeforeMin * minute),
    end: new Date(start.getTime() + (terms.durationMin + terms.bufferAfterMin) * minute),
  };
}

/** Who and what a visit takes together, and where: the staff member it is for, others beside them, units of resources. */
export type Choice = {
  staffId: string;
  locationId: string;
  withStaffIds: readonly string[];
  unitIds: readonly string[];
};

/** Whose claim it is; a hold's ends at `expiresAt` (the database's time). */
export type ClaimOwner =
  | { kind: "appointment" | "session"; id: string }
  | { kind: "hold"; id: string; expiresAt: Date };

/**
 * Claims `span` of the first of the choices that is free as a whole, and returns it, or null when none is. Waits for a
 * rival who is about to commit; the exclusion constraint decides. All choices take equally many subjects.
 */
export async function claimFirstFree<C extends Choice>(
  ctx: TenantContext,
  owner: ClaimOwner,
  { choices, span }: { choices: readonly C[]; span: Span },
): Promise<C | null> {
  const subjects = choices.map(({ staffId, withStaffIds, unitIds }) => [
    staffId,
    ...withStaffIds,
    ...unitIds,
  ]);
  const rows = await ctx.sql<{ position: number | null }>(
    "SELECT claim_first_free($1, $2, $3, $4, $5, $6, $7, $8, $9) AS position",
    [
      ctx.tenantId,
      owner.kind,
      owner.id,
      owner.kind === "hold" ? owner.expiresAt : null,
      subjects.flat(),
      subjects[0]?.length ?? 1,
      choices.map((choice) => choice.locationId),
      span.start,
      span.end,
    ],
    "claim_first_free",
  );
  return choices[(rows[0]?.position ?? 0) - 1] ?? null;
}

/** Each round that is lost has a winner who has committed: more rounds than this are not lost by chance. */
const mostRounds = 10;

/** What is offered, and how to ask what still is. */
export type Offered<C extends Choice> = {
  choices: readonly C[];
  span: Span;
  askAgain: () => Promise<Result<readonly C[]>>;
};

/**
 * The same where rivals may take one half of a choice each: when all choices are lost, availability is asked again, so
 * that a person and a room that are both free are not refused because of a race. Refused for the reason it gives then.
 */
export async function claimOffered<C extends Choice>(
  ctx: TenantContext,
  owner: ClaimOwner,
  { choices, span, askAgain }: Offered<C>,
): Promise<Result<C, "slotTaken">> {
  let offered: readonly C[] = choices;
  for (let round = 0; round < mostRounds; round++) {
    const won = await claimFirstFree(ctx, owner, { choices: offered, span });
    if (won) return ok(won);
    const again = await askAgain();
    if (!again.ok) return lost(again.details);
    offered = again.value;
  }
  return lost({ because: "taken" });
}

function lost(details: Record<string, unknown> | undefined): Refused<"slotTaken"> {
  return refuse("slotTaken", "Someone else has just taken this time. Please choose another one.", details);
}

/**
 * Turns a hold's claims into the appointment's, all or none: if the hold still lives by the database's clock, and has
 * claimed just what one of the choices takes now. A service may have become longer since, or need a room.
 */
export async function convertHold(
  ctx: TenantContext,
  hold: { id: string; appointmentId: string },
  { choices, span }: Pick<Offered<Choice>, "choices" | "span">,
): Promise<boolean> {
  const rows = await ctx.sql(
    `WITH kept AS MATERIALIZED (
       SELECT o.id, o.subject_id::text AS subject FROM occupancy o
       WHERE o.tenant_id = $1 AND o.hold_id = $2 AND o.kind = 'hold' AND o.starts_at = $4 AND o.ends_at = $5
         AND o.expires_at > (SELECT clock_timestamp())
     )
     UPDATE occupancy SET kind = 'appointment', appointment_id = $3, hold_id = NULL, expires_at = NULL
     WHERE tenant_id = $1 AND hold_id = $2 AND id IN (SELECT id FROM kept)
       AND (SELECT string_agg(subject, ' ' ORDER BY subject COLLATE "C") FROM kept) = ANY ($6::text[])
     RETURNING id`,
    [ctx.tenantId, hold.id, hold.appointmentId, span.start, span.end, choices.map(subjectsOf)],
    "convert_hold",
  );
  return rows.length > 0;
}

/** Everything that a choice takes, in the order of the ids. */
function subjectsOf({ staffId, withStaffIds, unitIds }: Choice): string {
  return [staffId, ...withStaffIds, ...unitIds].sort().join(" ");
}

/** Frees the time of an appointment that is cancelled or about to move. */
export async function releaseClaims(ctx: TenantContext, appointmentId: string): Promise<void> {
  await ctx.sql(
    "DELETE FROM occupancy WHERE tenant_id = $1 AND appointment_id = $2",
    [ctx.tenantId, appointmentId],
    "release_claims",
  );
}
