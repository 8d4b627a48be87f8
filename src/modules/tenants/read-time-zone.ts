import type { TenantContext } from "#database/tenant-context.ts";

/** The business's own zone: the one in which dates are meant when nobody says another. */
export async function readTimeZone(ctx: TenantContext): Promise<string> {
  const [row] = await ctx.sql<{ time_zone: string }>(
    "SELECT time_zone FROM tenant WHERE id = $1",
    [ctx.tenantId],
    "read_time_zone",
  );
  if (!row) throw new Error("The zone was asked for outside of a business");
  return row.time_zone;
}
