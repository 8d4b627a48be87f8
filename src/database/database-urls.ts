/** One address per kind of caller. Only migrations and the launcher ever see the owner's. */
export type DatabaseUrls = {
  /** The application's login: member of slotkeeper_app, owns nothing. */
  app: string;
  /** The job worker's login, acting as slotkeeper_jobs. */
  jobs: string;
  /** Owns the tables; used by migrations only. */
  owner: string;
};

/** Builds a PostgreSQL address. `role` is assumed right after connecting, before the first statement. */
export function databaseUrl(parts: {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  role?: string;
}): string {
  const address = new URL(`postgresql://${parts.host}:${parts.port}/${encodeURIComponent(parts.database)}`);
  address.username = encodeURIComponent(parts.user);
  address.password = encodeURIComponent(parts.password);
  return parts.role ? withRole(address.href, parts.role) : address.href;
}

/** The same address, acting as `role` unless it names one: `?options=-c role=…`, which every client understands. */
export function withRole(url: string, role: string): string {
  const address = new URL(url);
  const options = address.searchParams.get("options");
  if (options && /-c\s*role=/.test(options)) return url;
  address.searchParams.set("options", `${options ? `${options} ` : ""}-c role=${role}`);
  return address.href;
}

/**
 * The addresses of a server of the operator's: DATABASE_URL is the application's login, DATABASE_OWNER_URL the one that
 * migrations run as, DATABASE_JOBS_URL the worker's. Three logins on purpose: the process that serves requests never
 * holds a password that could switch off row-level security.
 */
export function outsideDatabaseUrls(env: {
  DATABASE_URL?: string;
  DATABASE_OWNER_URL?: string;
  DATABASE_JOBS_URL?: string;
}): DatabaseUrls {
  const { DATABASE_URL: app, DATABASE_OWNER_URL: owner, DATABASE_JOBS_URL: jobs } = env;
  if (app && owner && jobs) return { app, owner, jobs: withRole(jobs, "slotkeeper_jobs") };
  const missing = Object.entries({ DATABASE_URL: app, DATABASE_OWNER_URL: owner, DATABASE_JOBS_URL: jobs });
  const names = missing.flatMap(([name, value]) => (value ? [] : [name]));
  throw new Error(
    `${names.join(" and ")} must be set too: the application, the owner of the tables (for migrations) and the job ` +
      "worker each have a login of their own. `npm run migrate -- --roles` makes all three.",
  );
}
