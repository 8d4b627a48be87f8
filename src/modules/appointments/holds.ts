import { announceChange, spanOf } from "#database/announce-change.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { hashSecretToken } from "#kernel/secret-token.ts";
import { instantText } from "./appointment-view.ts";
import type { HoldView } from "./schema.ts";

/** How long a time is kept while the form is filled in, and how long at most with extensions (D3). */
export const holdMinutes = 10;
export const longestHoldMinutes = 40;

export type HoldRow = {
  id: string;
  serviceId: string;
  staffId: string;
  staffChosen: boolean;
  locationId: string;
  sessionId: string | null;
  seats: number;
  startsAt: Date;
  endsAt: Date;
  expiresAt: Date;
  live: boolean;
};

const selectHold = `
  SELECT id, service_id AS "serviceId", staff_id AS "staffId", staff_chosen AS "staffChosen",
    location_id AS "locationId", session_id AS "sessionId", seats, starts_at AS "startsAt", ends_at AS "endsAt", expires_at AS "expiresAt",
    expires_at > clock_timestamp() AS live
  FROM hold WHERE tenant_id = $1 AND token_hash = $2`;

/** The hold behind a page's token, dead or alive by the database's clock. */
export async function findHold(ctx: TenantContext, token: string): Promise<HoldRow | null> {
  const [row] = await ctx.sql<HoldRow>(selectHold, [ctx.tenantId, hashSecretToken(token)], "find_hold");
  return row ?? null;
}

/** The same for a change: nobody else can use or extend it until the transaction ends. */
export async function lockHold(ctx: TenantContext, token: string): Promise<HoldRow | null> {
  const values = [ctx.tenantId, hashSecretToken(token)];
  const [row] = await ctx.sql<HoldRow>(`${selectHold} FOR UPDATE`, values, "lock_hold");
  return row ?? null;
}

/** Forgets a hold and, with it, its claim; open pages hear of it. */
export async function deleteHold(
  ctx: TenantContext,
  { id, startsAt, endsAt }: Pick<HoldRow, "id" | "startsAt" | "endsAt">,
): Promise<void> {
  await Promise.all([
    ctx.sql("DELETE FROM hold WHERE tenant_id = $1 AND id = $2", [ctx.tenantId, id], "delete_hold"),
    announceChange(ctx, spanOf(startsAt, endsAt)),
  ]);
}

export function holdView(row: HoldRow, token: string): HoldView {
  const { serviceId, staffId, staffChosen, locationId, sessionId, seats, live } = row;
  return {
    token,
    serviceId,
    staffId,
    staffChosen,
    locationId,
    sessionId,
    seats,
    start: instantText(row.startsAt),
    end: instantText(row.endsAt),
    expiresAt: instantText(row.expiresAt),
    live,
  };
}
