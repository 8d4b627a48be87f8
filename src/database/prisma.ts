import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "#env.ts";
import { PrismaClient } from "../generated/prisma/client.ts";
import { type TenantPool, tenantPool } from "./tenant-pool.ts";

/** Tables shared by all businesses; every other one has `tenant_id`. */
const globalModels = new Set([
  "Host",
  "User",
  "UserCredential",
  "LoginSession",
  "LoginToken",
  "Throttle",
  "SandboxMail",
  "WorkerHeartbeat",
  "PlatformFact",
  "Plan",
  "PlatformAdmin",
  "PlatformEvent",
  "SandboxSubscription",
  "SiteBuilder",
  "SiteBuilderKey",
  "SiteBuilderRequest",
  "SiteBuilderToken",
  "InboundEvent",
  "FormerSlug",
  "TotpSecret",
  "Passkey",
  "RecoveryCode",
  "LoginChallenge",
  "KnownDevice",
]);

type Arguments = { where?: Record<string, unknown>; data?: unknown; create?: unknown };

/**
 * Names the tenant in every query (row-level security protects; only a visible tenant uses the indexes well and
 * routes to one server).
 */
function scopeToTenant(model: string, operation: string, args: Arguments, tenantId: string): Arguments {
  if (model === "Tenant")
    return operation.startsWith("create") ? args : { ...args, where: { ...args.where, id: tenantId } };
  const scoped = { ...args };
  if (operation.startsWith("create")) scoped.data = stamp(args.data, tenantId);
  else scoped.where = { ...args.where, tenantId };
  if (operation === "upsert") scoped.create = stamp(args.create, tenantId);
  return scoped;
}

function stamp(data: unknown, tenantId: string): unknown {
  if (Array.isArray(data)) return data.map((row) => ({ ...row, tenantId }));
  return { ...(data as object), tenantId };
}

function createPrisma(pool: TenantPool) {
  return new PrismaClient({ adapter: new PrismaPg(pool) }).$extends({
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          // Prisma gathers findUnique calls of one tick into one query, across requests and so across tenants.
          if (operation.startsWith("findUnique")) throw new Error(`Use findFirst instead of ${operation}`);
          const tenantId = pool.held.getStore()?.tenantId;
          if (!tenantId || globalModels.has(model)) return query(args);
          return query(scopeToTenant(model, operation, args as Arguments, tenantId) as typeof args);
        },
      },
    },
  });
}

type ScopedPrisma = ReturnType<typeof createPrisma>;

/** Prisma, without what would leave the transaction or the scope. */
export type TenantDb = Omit<ScopedPrisma, "$transaction" | "$connect" | "$disconnect" | "$extends">;

const clients = new WeakMap<TenantPool, ScopedPrisma>();

/** The pool of this process and the one Prisma client over it. */
export function database(): { pool: TenantPool; db: TenantDb } {
  const pool = tenantPool(() => env.DATABASE_URL);
  let db = clients.get(pool);
  if (!db) {
    db = createPrisma(pool);
    clients.set(pool, db);
  }
  return { pool, db };
}
