"use client";

import { formatMoney } from "#kernel/money.ts";
import { formatDay, formatTime } from "#kernel/time/format-time.ts";
import type { AppointmentView } from "#modules/appointments/schema.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { Person } from "#ui/dashboard/parts/person.tsx";
import { StatusMark } from "#ui/dashboard/parts/status-mark.tsx";
import table from "#ui/dashboard/parts/table.module.css";

type Props = { appointments: AppointmentView[]; onOpen: (id: string) => void };

export function AppointmentsTable({ appointments, onOpen }: Props) {
  return (
    <div className={table.wrap}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Customer</th>
            <th scope="col">Time</th>
            <th scope="col" className={table.wide}>
              Service
            </th>
            <th scope="col" className={table.wide}>
              With
            </th>
            <th scope="col" className={`${table.number} ${table.wide}`}>
              Price
            </th>
            <th scope="col" className={table.wide}>
              State
            </th>
          </tr>
        </thead>
        <tbody>
          {appointments.map((appointment) => (
            <Row key={appointment.id} appointment={appointment} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ appointment, onOpen }: { appointment: AppointmentView; onOpen: (id: string) => void }) {
  const { timeZone, locale } = useBusiness();
  const { id, customer, start, service, staff, priceMinor, currency, status } = appointment;
  return (
    <tr className={table.row}>
      <td>
        <button type="button" className={table.open} onClick={() => onOpen(id)}>
          <Person name={customer.name} detail={customer.phone ?? customer.email ?? ""} />
        </button>
      </td>
      <td className={table.nowrap}>
        {formatDay(start, timeZone, locale)}
        <div className={table.quiet}>{formatTime(start, timeZone, locale)}</div>
        {status === "confirmed" ? null : (
          <span className={table.narrow}>
            <StatusMark status={status} />
          </span>
        )}
      </td>
      <td className={table.wide}>{service.name}</td>
      <td className={table.wide}>{staff.name}</td>
      <td className={`${table.number} ${table.wide}`}>{formatMoney(priceMinor, currency, locale)}</td>
      <td className={table.wide}>
        <StatusMark status={status} />
      </td>
    </tr>
  );
}
