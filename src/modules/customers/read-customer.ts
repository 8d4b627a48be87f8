import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { calendarOf } from "./own-calendar.ts";
import { instantOf } from "./rules/instant-of.ts";
import type { CustomerAppointment, ReadCustomerInput, ReadCustomerOutput } from "./schema.ts";

type AppointmentRow = Omit<CustomerAppointment, "start" | "end"> & { start: Date; end: Date };

const appointments = `
  SELECT a.id, a.code, a.status, a.starts_at AS start, a.ends_at AS "end", a.time_zone AS "timeZone",
    s.id AS "serviceId", s.name AS "serviceName", p.id AS "staffId", p.name AS "staffName",
    l.name AS "locationName", a.price_minor AS "priceMinor", a.currency
  FROM appointment a
  JOIN service s ON s.tenant_id = a.tenant_id AND s.id = a.service_id
  JOIN staff p ON p.tenant_id = a.tenant_id AND p.id = a.staff_id
  JOIN location l ON l.tenant_id = a.tenant_id AND l.id = a.location_id
  WHERE a.tenant_id = $1 AND a.customer_id = $2 AND ($3::uuid IS NULL OR a.staff_id = $3)
  ORDER BY a.starts_at DESC, a.id LIMIT 200`;

const statistics = `
  SELECT count(*) FILTER (WHERE status = 'completed')::int AS visits,
    count(*) FILTER (WHERE status = 'no_show')::int AS "noShows",
    count(*) FILTER (WHERE status = 'cancelled')::int AS cancellations,
    coalesce(sum(price_minor) FILTER (WHERE status = 'completed'
      AND currency = (SELECT t.currency FROM tenant t WHERE t.id = $1)), 0)::float8 AS "spentMinor"
  FROM appointment WHERE tenant_id = $1 AND customer_id = $2 AND ($3::uuid IS NULL OR staff_id = $3)`;

/** A customer with their appointments (E1). Staff see those of their own calendar only (F5). */
export async function readCustomer(
  ctx: TenantContext,
  input: ReadCustomerInput,
): Promise<Result<ReadCustomerOutput, "forbidden" | "notFound">> {
  const refused = requireRight(ctx.actor, "customers.read");
  if (refused) return refused;
  const customer = await ctx.db.customer.findFirst({
    where: { id: input.id },
    select: { id: true, name: true, email: true, phone: true, notes: true, timeZone: true, createdAt: true },
  });
  if (!customer) return refuse("notFound", "This customer is no longer there.");
  const values = [ctx.tenantId, customer.id, calendarOf(ctx)];
  const rows = await ctx.sql<AppointmentRow>(appointments, values, "customer_appointments");
  const [counted] = await ctx.sql<ReadCustomerOutput["statistics"]>(
    statistics,
    values,
    "customer_statistics",
  );
  return ok({
    ...customer,
    createdAt: instantOf(customer.createdAt),
    appointments: rows.map((row) => ({ ...row, start: instantOf(row.start), end: instantOf(row.end) })),
    statistics: counted ?? { visits: 0, noShows: 0, cancellations: 0, spentMinor: 0 },
  });
}
