"use client";

import { formatDayTime } from "#kernel/time/format-time.ts";
import type { ClassSession } from "#modules/classes/schema.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import table from "#ui/dashboard/parts/table.module.css";
import { seatWords } from "./class-words.ts";

type Props = { sessions: ClassSession[]; onOpen: (id: string) => void };

/** Dates of classes, in order, with their seats. */
export function SessionsTable({ sessions, onOpen }: Props) {
  const { locale } = useBusiness();
  return (
    <div className={table.wrap}>
      <table className={`${table.table} ${table.even}`}>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Seats</th>
            <th scope="col" className={table.wide}>
              With
            </th>
            <th scope="col" className={table.wide}>
              At
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id} className={session.cancelled ? `${table.row} ${table.muted}` : table.row}>
              <td>
                <button type="button" className={table.open} onClick={() => onOpen(session.id)}>
                  <strong style={{ fontWeight: 550 }}>
                    {formatDayTime(session.start, session.timeZone, locale)}
                  </strong>
                  <div className={table.quiet}>{session.service.name}</div>
                </button>
              </td>
              <td>{session.cancelled ? "Cancelled" : seatWords(session)}</td>
              <td className={`${table.wide} ${table.quiet}`}>{session.staff.name}</td>
              <td className={`${table.wide} ${table.quiet}`}>{session.location.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
