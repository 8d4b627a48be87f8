import type { TenantContext } from "#database/tenant-context.ts";
import { changeDeadline } from "./rules/change-deadline.ts";
import { isOpen } from "./rules/states.ts";
import type { AppointmentView } from "./schema.ts";

type Nullable<T> = { [Key in keyof T]: T[Key] | null };

type Row = Omit<
  AppointmentView,
  | "start"
  | "end"
  | "service"
  | "staff"
  | "withStaff"
  | "resources"
  | "location"
  | "customer"
  | "changeableUntil"
  | "changeable"
  | "cancelledAt"
  | "createdAt"
> & {
  startsAt: Date;
  endsAt: Date;
  cancelledAt: Date | null;
  createdAt: Date;
  cancellationWindowMin: number;
  service: AppointmentView["service"];
  staff: AppointmentView["staff"];
  /** What it claims beside its staff member; null when that is nothing. */
  claimed: Nullable<Pick<AppointmentView, "withStaff" | "resources">> | null;
  customer: AppointmentView["customer"];
  location: Omit<AppointmentView["location"], "address"> & { address: (string | null)[] };
};

const selectViews = `
  SELECT a.id, a.code, a.status, a.source, a.starts_at AS "startsAt", a.ends_at AS "endsAt",
    a.time_zone AS "timeZone", a.wall_start AS "wallStart", a.customer_time_zone AS "customerTimeZone",
    a.price_minor AS "priceMinor", a.currency, a.notes, a.internal_notes AS "internalNotes",
    a.buffer_before_min AS "bufferBeforeMin", a.buffer_after_min AS "bufferAfterMin",
    a.session_id AS "sessionId", a.seats, a.cancelled_at AS "cancelledAt", a.cancel_reason AS "cancelReason", a.conflict,
    a.created_at AS "createdAt", a.version,
    t.cancellation_window_min AS "cancellationWindowMin",
    json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'durationMin', s.duration_min) AS service,
    json_build_object('id', p.id, 'name', p.name, 'photoUrl', p.photo_url, 'color', p.color) AS staff,
    json_build_object('id', c.id, 'name', c.name, 'email', c.email, 'phone', c.phone) AS customer,
    json_build_object('id', l.id, 'name', l.name, 'latitude', l.latitude, 'longitude', l.longitude, 'phone', l.phone,
      'address', json_build_array(l.address_line1, l.address_line2,
        NULLIF(concat_ws(' ', l.postal_code, l.city, l.region), ''))) AS location,
    (SELECT json_build_object(
        'withStaff', json_agg(json_build_object('id', q.id, 'name', q.name) ORDER BY q.position, q.name, q.id)
          FILTER (WHERE q.id IS NOT NULL),
        'resources', json_agg(json_build_object('id', r.id, 'name', r.name, 'unit', CASE WHEN EXISTS (
            SELECT FROM resource_unit n WHERE n.tenant_id = $1 AND n.resource_id = r.id AND n.id <> u.id) THEN u.number END)
          ORDER BY r.position, r.name, u.number) FILTER (WHERE r.id IS NOT NULL))
      FROM (SELECT DISTINCT o.subject_id FROM occupancy o
        WHERE o.tenant_id = $1 AND (o.appointment_id = a.id OR o.session_id = a.session_id)) o
      LEFT JOIN staff q ON q.tenant_id = $1 AND q.id = o.subject_id
      LEFT JOIN resource_unit u ON u.tenant_id = $1 AND u.id = o.subject_id
      LEFT JOIN resource r ON r.tenant_id = $1 AND r.id = u.resource_id
      WHERE o.subject_id <> a.staff_id
      HAVING count(*) > 0) AS claimed
  FROM appointment a
  JOIN tenant t ON t.id = a.tenant_id
  JOIN service s ON s.tenant_id = a.tenant_id AND s.id = a.service_id
  JOIN staff p ON p.tenant_id = a.tenant_id AND p.id = a.staff_id
  JOIN customer c ON c.tenant_id = a.tenant_id AND c.id = a.customer_id
  JOIN location l ON l.tenant_id = a.tenant_id AND l.id = a.location_id
  WHERE a.tenant_id = $1`;

/** A condition on `a` (appointment) and `c` (customer), with its values from `$2` on. */
export type ViewFilter = { where: string; values: readonly unknown[]; name?: string };

/** Appointments with the names a person needs to see. The team's own notes, and the mark of a conflict, are left out for everybody else. */
export async function readViews(ctx: TenantContext, filter: ViewFilter): Promise<AppointmentView[]> {
  const text = `${selectViews} AND ${filter.where}`;
  const rows = await ctx.sql<Row>(text, [ctx.tenantId, ...filter.values], filter.name);
  return rows.map((row) => viewOf(ctx, row));
}

export async function readView(ctx: TenantContext, appointmentId: string): Promise<AppointmentView | null> {
  const [view] = await readViews(ctx, {
    where: "a.id = $2",
    values: [appointmentId],
    name: "appointment_view",
  });
  return view ?? null;
}

function viewOf(ctx: TenantContext, row: Row): AppointmentView {
  const { startsAt, endsAt, cancelledAt, createdAt, cancellationWindowMin, location, claimed, ...rest } = row;
  const deadline = changeDeadline(startsAt, cancellationWindowMin);
  return {
    ...rest,
    withStaff: claimed?.withStaff ?? [],
    resources: claimed?.resources ?? [],
    start: instantText(startsAt),
    end: instantText(endsAt),
    cancelledAt: cancelledAt && instantText(cancelledAt),
    createdAt: instantText(createdAt),
    location: { ...location, address: location.address.filter((line) => line !== null) },
    internalNotes: ctx.actor.kind === "member" ? row.internalNotes : null,
    conflict: ctx.actor.kind === "member" ? row.conflict : null,
    changeableUntil: instantText(deadline),
    changeable: isOpen(row.status) && ctx.clock.now() <= deadline.getTime(),
  };
}

/** `YYYY-MM-DDTHH:MM:SSZ`. */
export function instantText(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
