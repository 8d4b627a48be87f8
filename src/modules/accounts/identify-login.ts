import { platformQuery } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { isUuid } from "#kernel/ids.ts";
import { type MembershipRow, membershipOf } from "./membership-row.ts";
import type { Login, Membership } from "./schema.ts";

/** Who a session belongs to, and the businesses that they belong to, by name. */
export type IdentifiedLogin = { login: Login; sessionId: string; memberships: Membership[] };

/** One for each business; a login without any has one row whose business is null. */
type Row = (MembershipRow | { id: null }) & { user_id: string; email: string; user_name: string };

const identify = `
  SELECT u.id AS user_id, u.email, u.name AS user_name,
    b.id, b.slug, b.name, b.status, b.membership_id, b.role, b.staff_id,
    b.granted_rights, b.denied_rights
  FROM login_session s JOIN users u ON u.id = s.user_id
    LEFT JOIN LATERAL businesses_of(u.id) b ON s.only_tenant_id IS NULL OR b.id = s.only_tenant_id
  WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND u.disabled_at IS NULL`;

/**
 * The login behind a session, or null when the session was revoked, has ended, or the login is disabled (row O). Asked
 * at each request, in one round trip, so that revoking takes effect at the next one.
 */
export async function identifyLogin(
  sessionId: string,
  clock: Clock = systemClock,
): Promise<IdentifiedLogin | null> {
  if (!isUuid(sessionId)) return null;
  const rows = await platformQuery<Row>(identify, [sessionId, new Date(clock.now())], "identify_login");
  const first = rows[0];
  if (!first) return null;
  return {
    login: { userId: first.user_id, email: first.email, name: first.user_name },
    sessionId,
    memberships: rows.flatMap((row) => (row.id === null ? [] : [membershipOf(row)])),
  };
}
