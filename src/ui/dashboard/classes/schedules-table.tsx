"use client";

import { formatDateOnly, formatDay } from "#kernel/time/format-time.ts";
import type { ClassSchedule } from "#modules/classes/schema.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import table from "#ui/dashboard/parts/table.module.css";
import { turnWordsOf } from "./class-words.ts";

type Props = { schedules: ClassSchedule[]; onOpen: (id: string) => void };

/** Classes that repeat. */
export function SchedulesTable({ schedules, onOpen }: Props) {
  const { locale, timeZone } = useBusiness();
  const comingWords = ({ archived, next, dateTo }: ClassSchedule) => {
    if (archived) return "Ended";
    if (next) return formatDay(next, timeZone, locale);
    return dateTo ? `Ended ${formatDateOnly(dateTo, locale)}` : "None yet";
  };
  return (
    <div className={table.wrap}>
      <table className={`${table.table} ${table.even}`}>
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col">When</th>
            <th scope="col" className={table.wide}>
              With
            </th>
            <th scope="col" className={table.wide}>
              Next date
            </th>
          </tr>
        </thead>
        <tbody>
          {schedules.map((schedule) => (
            <tr key={schedule.id} className={schedule.archived ? `${table.row} ${table.muted}` : table.row}>
              <td>
                <button type="button" className={table.open} onClick={() => onOpen(schedule.id)}>
                  <strong style={{ fontWeight: 550, overflowWrap: "anywhere" }}>
                    {schedule.service.name}
                  </strong>
                  <div className={table.quiet}>{schedule.location.name}</div>
                </button>
              </td>
              <td>{turnWordsOf(schedule, locale)}</td>
              <td className={`${table.wide} ${table.quiet}`}>{schedule.staff.name}</td>
              <td className={`${table.wide} ${table.quiet}`}>{comingWords(schedule)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
