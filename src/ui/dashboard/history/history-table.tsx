"use client";

import Link from "next/link";
import { formatDayTime, formatMoment } from "#kernel/time/format-time.ts";
import { actorWords } from "#modules/audit/rules/actor-words.ts";
import { eventDetails } from "#modules/audit/rules/event-details.ts";
import { wordsOf } from "#modules/audit/rules/event-words.ts";
import type { TrailEntry } from "#modules/audit/schema.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useDrawers } from "#ui/dashboard/frame/drawers.ts";
import table from "#ui/dashboard/parts/table.module.css";
import classes from "./history.module.css";
import type { HistoryFilter } from "./history-filter.ts";
import { pageOf } from "./subject-page.ts";

type Who = NonNullable<HistoryFilter["who"]>;

export function HistoryTable({ entries, onWho }: { entries: TrailEntry[]; onWho: (who: Who) => void }) {
  const { timeZone, locale } = useBusiness();
  return (
    <div className={table.wrap}>
      <table className={`${table.table} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>
                <time dateTime={entry.at}>{formatMoment(entry.at, timeZone, locale)}</time>
              </td>
              <td>
                <Actor entry={entry} onWho={onWho} />
              </td>
              <td>
                <span>{wordsOf(entry.type)}</span>
                <Subject entry={entry} />
                <Details entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whoever did it; pressing the name shows what else they did. */
function Actor({ entry, onWho }: { entry: TrailEntry; onWho: (who: Who) => void }) {
  const { actorKind: kind, actorId, actorName } = entry;
  const { name, role } = actorWords({ kind, name: actorName });
  const value = actorId && kind !== "system" ? `${kind}:${actorId}` : kind;
  return (
    <>
      <button
        type="button"
        className={classes.link}
        title={`Show what ${name} did`}
        onClick={() => onWho({ value, label: name })}
      >
        {name}
      </button>
      {role ? <span className={classes.role}>{role}</span> : null}
    </>
  );
}

/** The thing that it is about, as a way to it. */
function Subject({ entry }: { entry: TrailEntry }) {
  const { openAppointment, openCustomer } = useDrawers();
  const { subjectType, subjectId, subjectName } = entry;
  if (subjectName === null) return null;
  if (subjectType === "appointment" || subjectType === "customer") {
    const open = subjectType === "appointment" ? openAppointment : openCustomer;
    return (
      <button type="button" className={classes.link} onClick={() => open(subjectId)}>
        {subjectName}
      </button>
    );
  }
  const href = pageOf(subjectType);
  if (!href) return <strong className={classes.name}>{subjectName}</strong>;
  return (
    <Link className={classes.link} href={href}>
      {subjectName}
    </Link>
  );
}

function Details({ entry }: { entry: TrailEntry }) {
  const { timeZone, locale } = useBusiness();
  const words = eventDetails(entry.payload, (instant) => formatDayTime(instant, timeZone, locale));
  return words ? <span className={classes.details}>{words}</span> : null;
}
