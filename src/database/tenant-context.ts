import type { Socket } from "node:net";
import type pg from "pg";
import { type Clock, systemClock } from "#kernel/clock.ts";
import type { TenantId } from "#kernel/ids.ts";
import { database, type TenantDb } from "./prisma.ts";
import type { HeldConnection } from "./tenant-pool.ts";

/** Who does something: written to the trail, and asked for rights. */
export type Actor =
  | MemberActor
  | { kind: "customer"; customerId?: string }
  | { kind: "apiKey"; keyId: string }
  | { kind: "assistant" }
  | { kind: "platformAdmin"; userId: string }
  | { kind: "siteBuilder"; builderId: string }
  | { kind: "system"; job: string };

/** Somebody of the team, or a platform admin who acts as one (A8): the trail then names the admin. */
export type MemberActor = {
  kind: "member";
  userId: string;
  role: "owner" | "admin" | "staff";
  staffId?: string;
  /** Rights beyond those of the role, and those of the role that this member has not (F5). */
  granted?: readonly string[];
  denied?: readonly string[];
  /** A platform admin who acts as the business. */
  isPlatformAdmin?: true;
};

/** Runs a statement on the scope's connection. A `name` makes it a prepared statement of the connection. */
export type Sql = <Row extends pg.QueryResultRow>(
  text: string,
  values?: readonly unknown[],
  name?: string,
) => Promise<Row[]>;

/** What a verb works with. Only `withTenant` makes one. */
export type TenantContext = { tenantId: TenantId; actor: Actor; clock: Clock; db: TenantDb; sql: Sql };

/** What cross-tenant work gets: global tables and the platform's functions; every tenant's table reads empty. */
export type PlatformContext = { clock: Clock; db: TenantDb; sql: Sql };

export type TenantScope = { tenantId: TenantId; actor: Actor; clock?: Clock };

/** Times a transaction is run again after a deadlock or a serialisation failure. */
const maximumRetries = 3;
const retryableCodes = new Set(["40P01", "40001"]);

/** Thrown by a verb to have its transaction run again from the start, at most as often as after a deadlock. */
export class RunAgain extends Error {
  override name = "RunAgain";
}

/**
 * The one gate to a business's data: a transaction in which only its rows exist. Commits when `work` returns; rolls
 * back when it throws or returns a refusal (`{ ok: false }`), so that a refusal leaves no trace.
 */
export function withTenant<T>(scope: TenantScope, work: (ctx: TenantContext) => Promise<T>): Promise<T> {
  const { tenantId, actor, clock = systemClock } = scope;
  return retrying(() =>
    inTransaction(tenantId, (held, db) => work({ tenantId, actor, clock, db, sql: sqlOn(held.client) })),
  );
}

/** A transaction without a tenant: accounts, host resolution, job scheduling. */
export function withPlatform<T>(
  work: (ctx: PlatformContext) => Promise<T>,
  clock: Clock = systemClock,
): Promise<T> {
  return retrying(() => inTransaction(null, (held, db) => work({ clock, db, sql: sqlOn(held.client) })));
}

/** One statement without a tenant or a transaction of its own: resolving a slug or a host. */
export async function platformQuery<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[],
  name: string,
): Promise<Row[]> {
  const result = await database().pool.query<Row>({ text, values: [...values], name });
  return result.rows;
}

async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= maximumRetries || !isRetryable(error)) throw error;
    }
  }
}

/** Deadlocks and serialisation failures, as pg reports them or wrapped by Prisma. */
function isRetryable(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  if (error instanceof RunAgain) return true;
  const { code, cause, meta } = error as { code?: string; cause?: unknown; meta?: Record<string, unknown> };
  if (code && retryableCodes.has(code)) return true;
  const { originalCode } = error as { originalCode?: string };
  if (originalCode && retryableCodes.has(originalCode)) return true;
  return isRetryable(cause) || isRetryable(meta?.driverAdapterError);
}

async function inTransaction<T>(
  tenantId: TenantId | null,
  work: (held: HeldConnection, db: TenantDb) => Promise<T>,
): Promise<T> {
  const { pool, db } = database();
  const client = await pool.checkOut();
  const held: HeldConnection = { client, tenantId, depth: 0 };
  let broken: Error | undefined;
  try {
    const opened = open(client, tenantId);
    const result = await pool.held.run(held, async () => work(held, db));
    await opened;
    await close(client, isRefusal(result) ? "ROLLBACK" : "COMMIT");
    return result;
  } catch (error) {
    broken = await undo(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * Sent ahead of the first statement of `work` without waiting (the connection is pipelined). Should it fail, the
 * transaction is aborted and everything after it fails too.
 */
function open(client: pg.PoolClient, tenantId: TenantId | null): Promise<unknown> {
  gatherWrites(client);
  const sent: Promise<unknown>[] = [client.query("BEGIN")];
  if (tenantId) {
    sent.push(client.query({ name: "use_tenant", text: "SELECT use_tenant($1)", values: [tenantId] }));
  } else {
    // use_tenant sets the same.
    sent.push(client.query("SET LOCAL lock_timeout = '3s'"));
  }
  const opened = Promise.all(sent);
  opened.catch(() => {});
  return opened;
}

/** What is sent in one turn of the event loop leaves in one write: each costs a system call here and a wake-up there. */
function gatherWrites(client: pg.PoolClient): void {
  const { stream } = (client as pg.PoolClient & { connection: { stream: Socket } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

async function close(client: pg.PoolClient, command: "COMMIT" | "ROLLBACK"): Promise<void> {
  const result = await client.query(command);
  // PostgreSQL answers COMMIT with ROLLBACK when a statement had failed and the failure was swallowed.
  if (result.command !== command)
    throw new Error("The transaction was rolled back: a statement in it had failed");
}

/** Rolls back; an error means that the connection cannot be used again. */
async function undo(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query("ROLLBACK");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function isRefusal(result: unknown): boolean {
  return typeof result === "object" && result !== null && "ok" in result && result.ok === false;
}

function sqlOn(client: pg.PoolClient): Sql {
  return async <Row extends pg.QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
    name?: string,
  ) => {
    const query: pg.QueryConfig = { text, values: [...values] };
    if (name) query.name = name;
    gatherWrites(client);
    return (await client.query<Row>(query)).rows;
  };
}
