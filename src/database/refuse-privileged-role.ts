import pg from "pg";

/** Raised at start when the application's login could see every business's rows. */
export class PrivilegedRoleError extends Error {
  override name = "PrivilegedRoleError";
}

const rolesInReach = `
  SELECT rolname AS name, rolsuper AS superuser, rolbypassrls AS bypasses,
         rolname = current_user OR rolname = session_user AS itself,
         EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid AND relrowsecurity
                 AND relnamespace = 'public'::regnamespace) AS owns
  FROM pg_roles
  WHERE pg_has_role(session_user, oid, 'MEMBER') OR pg_has_role(current_user, oid, 'MEMBER')`;

type RoleInReach = { name: string; superuser: boolean; bypasses: boolean; itself: boolean; owns: boolean };

/**
 * Throws PrivilegedRoleError unless row-level security binds the login of this connection, and every role it could
 * switch to: no superuser, no BYPASSRLS, no owner of protected tables. Web and worker call it before anything else.
 */
export async function refusePrivilegedRole(connection: Pick<pg.Client, "query">): Promise<void> {
  const { rows } = await connection.query<RoleInReach>(rolesInReach);
  // A superuser is a member of every role; say that, not the first role that happens to be privileged.
  const byDirectness = rows.toSorted((a, b) => Number(b.itself) - Number(a.itself));
  for (const role of byDirectness) {
    const reason = describeDanger(role);
    if (!reason) continue;
    const how = role.itself ? `is ${role.name}, which` : `may act as ${role.name}, which`;
    throw new PrivilegedRoleError(
      `The application refuses to start: its database login ${how} ${reason}. Row-level security would not keep ` +
        "one business's data from another. Set DATABASE_URL to a login that is a member of slotkeeper_app only.",
    );
  }
}

/** The same for an address, on a connection of its own. */
export async function refusePrivilegedLogin(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await refusePrivilegedRole(client);
  } finally {
    await client.end();
  }
}

function describeDanger(role: RoleInReach): string | null {
  if (role.superuser) return "is a superuser";
  if (role.bypasses) return "has BYPASSRLS";
  if (role.owns) return "owns tables with row-level security";
  return null;
}
