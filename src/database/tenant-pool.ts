import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import type { TenantId } from "#kernel/ids.ts";

/** The connection that a scope holds, and whose rows it may see (none without a tenant). */
export type HeldConnection = { client: pg.PoolClient; tenantId: TenantId | null; depth: number };

/**
 * A connection knows the plans of the statements it has run, and making them costs more than running them: closed after
 * seconds without work, as pg does by itself, they would all be made anew whenever a few requests come at once.
 */
const idleMs = 10 * 60_000;

/** Enough for 16 busy requests and the background work of one process; PgBouncer takes over from there. */
const connectionsPerProcess = 20;

/**
 * A pool whose `query` and `connect` answer with the connection of the scope they are called in. That lets one
 * Prisma client serve every request: what it runs inside `withTenant` runs in that transaction, on that connection.
 */
export class TenantPool extends pg.Pool {
  readonly held = new AsyncLocalStorage<HeldConnection>();

  /** A connection of one's own, whatever scope is active. */
  checkOut(): Promise<pg.PoolClient> {
    return super.connect();
  }

  // The overloads of pg cannot be restated one by one; the arguments go through untouched.
  override query = ((...args: Parameters<pg.Pool["query"]>) => {
    const scope = this.held.getStore();
    if (scope) return scope.client.query(...args);
    return super.query(...args);
  }) as pg.Pool["query"];

  override connect = ((callback?: Parameters<pg.Pool["connect"]>[0]) => {
    const scope = this.held.getStore();
    if (callback) return super.connect(callback);
    return scope ? Promise.resolve(nestedTransaction(scope)) : super.connect();
  }) as pg.Pool["connect"];
}

/** What Prisma gets when it opens a transaction inside a scope: the same connection, with savepoints. */
function nestedTransaction(scope: HeldConnection) {
  scope.depth += 1;
  const savepoint = `nested_${scope.depth}`;
  const statements: Record<string, string> = {
    BEGIN: `SAVEPOINT ${savepoint}`,
    COMMIT: `RELEASE SAVEPOINT ${savepoint}`,
    ROLLBACK: `ROLLBACK TO SAVEPOINT ${savepoint}`,
  };
  return {
    query: (query: pg.QueryConfig) => {
      const translated = statements[query.text];
      return scope.client.query(translated ? { ...query, text: translated } : query);
    },
    on: () => {},
    removeListener: () => {},
    release: () => {},
  };
}

// Next bundles pages, the proxy and instrumentation separately: the pool is shared through the global object.
const shared = globalThis as typeof globalThis & { slotkeeperPool?: TenantPool };

/** Connects the process to its database; `url` is the application's login. Replaces an earlier connection. */
export function connectDatabase(url: string): TenantPool {
  // pg answers a pipelined connection in order, so BEGIN and the tenant cost no round trip of their own.
  const settings: pg.PoolConfig & { pipeline: boolean } = {
    connectionString: url,
    max: connectionsPerProcess,
    idleTimeoutMillis: idleMs,
    pipeline: true,
    application_name: "slotkeeper",
  };
  const pool = new TenantPool(settings);
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {});
  shared.slotkeeperPool = pool;
  return pool;
}

export async function disconnectDatabase(): Promise<void> {
  const pool = shared.slotkeeperPool;
  delete shared.slotkeeperPool;
  await pool?.end();
}

/** The process's pool, connected at first use to `DATABASE_URL`. */
export function tenantPool(defaultUrl: () => string): TenantPool {
  return shared.slotkeeperPool ?? connectDatabase(defaultUrl());
}
