import type { AppointmentView, ListAppointmentsOutput } from "#modules/appointments/schema.ts";
import type { StaffMember } from "#modules/staff/schema.ts";

type Target = { id: string; start: string };

/** The list as it will be once the move is confirmed: same length of the visit, other start, other person. */
export function moved(
  list: ListAppointmentsOutput | undefined,
  to: Target,
  staff: Pick<StaffMember, "id" | "name" | "photoUrl" | "color"> | undefined,
): ListAppointmentsOutput | undefined {
  if (!list) return list;
  return {
    ...list,
    appointments: list.appointments.map((one) => (one.id === to.id ? atTarget(one, to, staff) : one)),
  };
}

function atTarget(
  appointment: AppointmentView,
  to: Target,
  staff: Pick<StaffMember, "id" | "name" | "photoUrl" | "color"> | undefined,
): AppointmentView {
  const length = Date.parse(appointment.end) - Date.parse(appointment.start);
  const end = `${new Date(Date.parse(to.start) + length).toISOString().slice(0, 19)}Z`;
  const person = staff
    ? { id: staff.id, name: staff.name, photoUrl: staff.photoUrl, color: staff.color }
    : appointment.staff;
  return { ...appointment, start: to.start, end, staff: person };
}
