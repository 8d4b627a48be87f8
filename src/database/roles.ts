import type pg from "pg";
import { escapeIdentifier, escapeLiteral } from "pg";

/** Logins and their passwords. Groups without a login hold the rights; see `bootstrapRoles`. */
export type LoginPasswords = { owner: string; app: string; jobs: string };

/** Owns the database and its tables; migrations run as it. */
export const ownerLogin = "slotkeeper_owner";
/** What the application connects as. */
export const appLogin = "slotkeeper_web";
/** What the job worker connects as, acting as slotkeeper_jobs. */
export const jobsLogin = "slotkeeper_worker";

/** What a request may do: granted table by table in the migrations, bound by row-level security. */
export const appGroup = "slotkeeper_app";
/** Owns the job queue's schema, and the function by which the application puts a job there. */
export const jobsGroup = "slotkeeper_jobs";
/** Owns the few functions that look across businesses (resolving a host); nobody can log in as it. */
export const platformGroup = "slotkeeper_platform";

const harmless = "NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION";

/**
 * Makes or corrects the roles, on the connection of a superuser. Running it again changes nothing but the passwords,
 * which it sets to the given ones.
 *
 *     slotkeeper_web    ∈ slotkeeper_app                  (inherits: reads and writes of one tenant)
 *     slotkeeper_worker ∈ slotkeeper_jobs, slotkeeper_app (may act as either)
 *     slotkeeper_owner  ∈ slotkeeper_jobs                 (inherits: migrations refer to the queue's functions)
 *     slotkeeper_owner  ∈ slotkeeper_platform             (may SET ROLE, so that migrations can hand it functions;
 *                                                          inherits nothing, or its policies would be the owner's)
 */
export async function bootstrapRoles(admin: pg.Client, passwords: LoginPasswords): Promise<void> {
  const groups = [appGroup, jobsGroup, platformGroup];
  const logins = { [ownerLogin]: passwords.owner, [appLogin]: passwords.app, [jobsLogin]: passwords.jobs };
  const existing = await admin.query<{ rolname: string }>(
    "SELECT rolname FROM pg_roles WHERE rolname = ANY($1)",
    [[...groups, ...Object.keys(logins)]],
  );
  const known = new Set(existing.rows.map((row) => row.rolname));
  const verb = (role: string) => (known.has(role) ? "ALTER" : "CREATE");
  const statements = [
    ...groups.map((role) => `${verb(role)} ROLE ${role} NOLOGIN ${harmless}`),
    ...Object.entries(logins).map(
      ([role, password]) =>
        `${verb(role)} ROLE ${role} LOGIN ${harmless} PASSWORD ${escapeLiteral(password)}`,
    ),
    `GRANT ${appGroup} TO ${appLogin} WITH INHERIT TRUE, SET TRUE`,
    `GRANT ${appGroup} TO ${jobsLogin} WITH INHERIT FALSE, SET TRUE`,
    `GRANT ${jobsGroup} TO ${jobsLogin} WITH INHERIT TRUE, SET TRUE`,
    `GRANT ${jobsGroup} TO ${ownerLogin} WITH INHERIT TRUE, SET TRUE`,
    `GRANT ${platformGroup} TO ${ownerLogin} WITH INHERIT FALSE, SET TRUE`,
  ];
  await admin.query(statements.join(";\n"));
}

/** Makes the database, owned by the owner, unless it exists. `template` copies one (nobody may be connected to it). */
export async function createDatabase(
  admin: pg.Client,
  database: string,
  options: { template?: string } = {},
): Promise<void> {
  const found = await admin.query("SELECT FROM pg_database WHERE datname = $1", [database]);
  if (found.rowCount) return;
  const template = options.template ? ` TEMPLATE ${escapeIdentifier(options.template)}` : "";
  await admin.query(`CREATE DATABASE ${escapeIdentifier(database)} OWNER ${ownerLogin}${template}`);
}

/**
 * What the database itself grants, run by its owner on a connection to it: only our roles connect, the job queue
 * makes its own schema, and the two groups may own functions in `public` (their owner must be able to create there).
 */
export async function grantDatabase(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>("SELECT current_database() AS name");
  const database = escapeIdentifier(rows[0]?.name ?? "");
  await owner.query(
    [
      `REVOKE ALL ON DATABASE ${database} FROM PUBLIC`,
      `GRANT CONNECT ON DATABASE ${database} TO ${appGroup}, ${jobsGroup}, ${platformGroup}`,
      `GRANT CREATE ON DATABASE ${database} TO ${jobsGroup}`,
      "REVOKE ALL ON SCHEMA public FROM PUBLIC",
      `GRANT USAGE ON SCHEMA public TO ${appGroup}, ${jobsGroup}, ${platformGroup}`,
      `GRANT CREATE ON SCHEMA public TO ${jobsGroup}, ${platformGroup}`,
    ].join(";\n"),
  );
}
