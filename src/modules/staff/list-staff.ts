import type { TenantContext } from "#database/tenant-context.ts";
import { ok, type Result } from "#kernel/result.ts";
import { requireTeam } from "#modules/tenants/rules/team-only.ts";
import { selectStaff, staffOrder } from "./rules/staff-rows.ts";
import type { ListStaffInput, StaffMember } from "./schema.ts";

const staff = `${selectStaff} AND ($2 OR p.archived_at IS NULL) AND ($3::uuid IS NULL OR EXISTS (
    SELECT FROM staff_service ss WHERE ss.tenant_id = $1 AND ss.staff_id = p.id AND ss.service_id = $3))
  ${staffOrder}`;

/** Whose time can be booked (B3). Contact details, limits and archived people are for the team. */
export async function listStaff(
  ctx: TenantContext,
  input: ListStaffInput,
): Promise<Result<{ staff: StaffMember[] }, "forbidden">> {
  const refused = input.publicOnly ? null : requireTeam(ctx.actor);
  if (refused) return refused;
  const withArchived = !input.publicOnly && input.includeArchived;
  const values = [ctx.tenantId, withArchived, input.serviceId ?? null];
  const rows = await ctx.sql<StaffMember>(staff, values, "list_staff");
  return ok({ staff: input.publicOnly ? rows.map(withoutPrivate) : rows });
}

function withoutPrivate(person: StaffMember): StaffMember {
  return { ...person, email: null, phone: null, maxPerDay: null, maxPerWeek: null };
}
