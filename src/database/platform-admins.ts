import type pg from "pg";
import { newId } from "#kernel/ids.ts";

/** Who runs the installation. Granted on the owner's connection only: the application can but read it (A8). */
export type PlatformAdmin = { email: string; name: string; since: Date; hasSecondFactor: boolean };

/** Makes a login a platform admin, and the login first when there is none; it signs in by a link then. */
export async function grantAdmin(
  owner: pg.Client,
  email: string,
): Promise<{ createdLogin: boolean; granted: boolean }> {
  const made = await owner.query(
    "INSERT INTO users (id, email, name) VALUES ($1, $2, $3) ON CONFLICT (email) DO NOTHING",
    [newId(), email, email.split("@")[0]],
  );
  const granted = await owner.query(
    "INSERT INTO platform_admin (user_id) SELECT id FROM users WHERE email = $1 ON CONFLICT DO NOTHING",
    [email],
  );
  if (granted.rowCount) await record(owner, "admin.granted", email);
  return { createdLogin: made.rowCount === 1, granted: granted.rowCount === 1 };
}

/** Takes it away; what they act as ends with it. False when they were none. */
export async function revokeAdmin(owner: pg.Client, email: string): Promise<boolean> {
  const { rowCount } = await owner.query(
    "DELETE FROM platform_admin p USING users u WHERE u.id = p.user_id AND u.email = $1",
    [email],
  );
  if (!rowCount) return false;
  await owner.query(
    `UPDATE login_session s SET acting_as_tenant_id = NULL, acting_until = NULL
     FROM users u WHERE u.id = s.user_id AND u.email = $1 AND s.acting_as_tenant_id IS NOT NULL`,
    [email],
  );
  await record(owner, "admin.revoked", email);
  return true;
}

export async function listAdmins(owner: pg.Client): Promise<PlatformAdmin[]> {
  const { rows } = await owner.query<PlatformAdmin>(
    `SELECT u.email, u.name, p.created_at AS since,
       EXISTS (SELECT FROM totp_secret t WHERE t.user_id = u.id AND t.confirmed_at IS NOT NULL)
         OR EXISTS (SELECT FROM passkey k WHERE k.user_id = u.id) AS "hasSecondFactor"
     FROM platform_admin p JOIN users u ON u.id = p.user_id ORDER BY u.email`,
  );
  return rows;
}

async function record(owner: pg.Client, type: string, email: string): Promise<void> {
  await owner.query(
    `INSERT INTO platform_event (id, type, subject_type, subject_id, actor_kind, actor_id, payload, at)
     SELECT $1, $2, 'login', id::text, 'system', 'operator', '{}', clock_timestamp() FROM users WHERE email = $3`,
    [newId(), type, email],
  );
}
