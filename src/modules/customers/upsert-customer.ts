import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { type Ok, ok } from "#kernel/result.ts";
import type { UpsertCustomerInput } from "./schema.ts";

/** The business's record of this person. `created`: they were not known before; `changed`: name, phone or zone are new. */
export type UpsertCustomerOutput = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  created: boolean;
  changed: boolean;
};

type Row = Omit<UpsertCustomerOutput, "created">;

// Names and numbers are replaced only by what was given; the unique (tenant_id, email) decides races.
const upsert = `
  WITH before AS (
    SELECT name, phone, time_zone FROM customer WHERE tenant_id = $1 AND email = $4
  ), after AS (
    INSERT INTO customer (tenant_id, id, name, email, phone, time_zone, created_at, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
    ON CONFLICT (tenant_id, email) DO UPDATE SET
      name = excluded.name,
      phone = coalesce(excluded.phone, customer.phone),
      time_zone = coalesce(excluded.time_zone, customer.time_zone),
      updated_at = excluded.updated_at
    RETURNING id, name, email, phone, time_zone
  )
  SELECT after.id, after.name, after.email, after.phone,
    (before.name, before.phone, before.time_zone) IS DISTINCT FROM (after.name, after.phone, after.time_zone) AS changed
  FROM after LEFT JOIN before ON true`;

/**
 * Finds the customer by e-mail address or makes a record, in one statement of the booking's transaction (E1, D2).
 * Callers without an address get a record of their own. The trail of it is the booking's own event.
 */
export async function upsertCustomer(
  ctx: TenantContext,
  input: UpsertCustomerInput,
): Promise<Ok<UpsertCustomerOutput>> {
  const id = newId();
  const values = [
    ctx.tenantId,
    id,
    input.name,
    input.email?.toLowerCase() ?? null,
    input.phone ?? null,
    input.timeZone ?? null,
    new Date(ctx.clock.now()),
  ];
  const [row] = await ctx.sql<Row>(upsert, values, "upsert_customer");
  if (!row) throw new Error("The upsert of a customer returned no row");
  const created = row.id === id;
  return ok({ ...row, created, changed: row.changed && !created });
}
