import type { TenantContext } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";
import { comingAppointments, countInWords } from "#modules/tenants/rules/coming-appointments.ts";
import type { SaveServiceInput, Service } from "./schema.ts";

type KindRefused = Refused<"invalid" | "inUse">;
type Current = { kind: Service["kind"] } | undefined;

/**
 * A class needs seats, and nothing becomes a class or stops to be one while it is booked or planned: visits claim time
 * of their own, seats that of a session (B1).
 */
export async function refuseKind(ctx: TenantContext, input: SaveServiceInput): Promise<KindRefused | null> {
  const { id, kind, capacity } = input;
  if (!kind) return null;
  const current = id ? await lockService(ctx, id) : undefined;
  if (kind === "class" && current?.kind !== "class" && capacity === undefined) {
    return refuse("invalid", "Enter how many seats the class has.", { field: "capacity" });
  }
  return id && current && current.kind !== kind ? refuseWhileBooked(ctx, id) : null;
}

/** Appointments that are being written for it are waited for, and counted afterwards. */
async function lockService(ctx: TenantContext, id: string): Promise<Current> {
  const [row] = await ctx.sql<{ kind: Service["kind"] }>(
    "SELECT kind FROM service WHERE tenant_id = $1 AND id = $2 FOR UPDATE",
    [ctx.tenantId, id],
  );
  return row;
}

async function refuseWhileBooked(ctx: TenantContext, serviceId: string): Promise<KindRefused | null> {
  const now = ctx.clock.now();
  const after = { gt: new Date(now) };
  const coming = { serviceId, endsAt: after };
  const appointments = await ctx.db.appointment.count({ where: { serviceId, ...comingAppointments(now) } });
  const sessions = await ctx.db.classSession.count({ where: { ...coming, cancelledAt: null } });
  const holds = await ctx.db.hold.count({ where: { ...coming, expiresAt: after } });
  const schedules = await ctx.db.classSchedule.count({
    where: { serviceId, archivedAt: null, OR: [{ dateTo: null }, { dateTo: after }] },
  });
  const there = [
    appointments > 0 ? countInWords(appointments) : "",
    sessions > 0 ? plural(sessions, "coming session") : "",
    schedules > 0 ? plural(schedules, "class that repeats", "classes that repeat") : "",
    holds > 0 ? "somebody who is booking it at this moment" : "",
  ].filter(Boolean);
  if (there.length === 0) return null;
  const message = `It has ${there.join(" and ")}: how it is booked can be changed when there are none.`;
  return refuse("inUse", message, { appointments, sessions, schedules, holds });
}

function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
