import { platformQuery } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { isUuid } from "#kernel/ids.ts";
import { type MembershipRow, membershipOf } from "./membership-row.ts";
import type { Acting, Login, Membership } from "./schema.ts";

/** Who a session belongs to, and the businesses that they belong to, by name. */
export type IdentifiedLogin = {
  login: Login;
  sessionId: string;
  memberships: Membership[];
  /** Whether they run this installation (A8), and signed in by themselves: what a website builder opened does not count. */
  isPlatformAdmin: boolean;
  /** Whether a website builder opened the session, which says nothing about the login: it is kept to one business (A1). */
  isFromSite: boolean;
  /** The business as which they act in this session, while that lasts. */
  acting: Acting | null;
};

type ActingRow =
  | { acting_id: null }
  | {
      acting_id: string;
      acting_slug: string;
      acting_name: string;
      acting_status: Membership["status"];
      acting_until: Date;
    };

/** One for each business; a login without any has one row whose business is null. */
type Row = (MembershipRow | { id: null }) &
  ActingRow & { user_id: string; email: string; user_name: string; is_admin: boolean; from_site: boolean };

const identify = `
  SELECT u.id AS user_id, u.email, u.name AS user_name,
    b.id, b.slug, b.name, b.status, b.membership_id, b.role, b.staff_id,
    b.granted_rights, b.denied_rights,
    s.only_tenant_id IS NULL AND EXISTS (SELECT FROM platform_admin p WHERE p.user_id = u.id) AS is_admin,
    s.only_tenant_id IS NOT NULL AS from_site,
    a.id AS acting_id, a.slug AS acting_slug, a.name AS acting_name, a.status AS acting_status, a.until AS acting_until
  FROM login_session s JOIN users u ON u.id = s.user_id
    LEFT JOIN LATERAL businesses_of(u.id) b ON s.only_tenant_id IS NULL OR b.id = s.only_tenant_id
    LEFT JOIN LATERAL acting_business(s.id, $2) a ON s.acting_as_tenant_id IS NOT NULL
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
    isPlatformAdmin: first.is_admin,
    isFromSite: first.from_site,
    acting: actingOf(first),
  };
}

function actingOf(row: ActingRow): Acting | null {
  if (row.acting_id === null) return null;
  return {
    tenantId: row.acting_id,
    slug: row.acting_slug,
    businessName: row.acting_name,
    status: row.acting_status,
    until: row.acting_until.toISOString(),
  };
}
