"use client";

import { formatDayTime } from "#kernel/time/format-time.ts";
import type { AppointmentView } from "#modules/appointments/schema.ts";
import type { CustomerAppointment } from "#modules/customers/schema.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useDrawers } from "#ui/dashboard/frame/drawers.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { StatusMark } from "#ui/dashboard/parts/status-mark.tsx";
import classes from "./customers.module.css";

/** A customer's appointments, the newest first. */
export function CustomerVisits({ appointments }: { appointments: CustomerAppointment[] }) {
  const { timeZone, locale } = useBusiness();
  const { openAppointment } = useDrawers();
  return (
    <FormSection title="Appointments">
      {appointments.length === 0 ? <p className={classes.quiet}>None yet.</p> : null}
      <ul className={classes.visits}>
        {appointments.map(({ id, start, serviceName, staffName, status }) => (
          <li key={id}>
            <button type="button" onClick={() => openAppointment(id)}>
              <span className={classes.visitWords}>
                <span>{formatDayTime(start, timeZone, locale)}</span>
                <span className={classes.quiet}>
                  {serviceName} with {staffName}
                </span>
              </span>
              <StatusMark status={status as AppointmentView["status"]} />
            </button>
          </li>
        ))}
      </ul>
    </FormSection>
  );
}
