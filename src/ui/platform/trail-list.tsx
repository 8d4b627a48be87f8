"use client";

import Link from "next/link";
import { actorWords } from "#modules/audit/rules/actor-words.ts";
import { wordsOf } from "#modules/audit/rules/event-words.ts";
import type { PlatformTrailEntry } from "#modules/platform/schema.ts";
import { type Inputs, trpc } from "#ui/dashboard/data/trpc.ts";
import history from "#ui/dashboard/history/history.module.css";
import { ShowMore } from "#ui/dashboard/parts/show-more.tsx";
import { EmptyState, ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import table from "#ui/dashboard/parts/table.module.css";
import { moment } from "./use-clock.ts";

type Props = {
  asked: Inputs["platform"]["trail"];
  /** Of one business, which need not be named again. */
  compact?: boolean;
};

/** What happened, the newest first: in businesses and on the platform itself. */
export function TrailList({ asked, compact = false }: Props) {
  const query = trpc.platform.trail.useInfiniteQuery(
    { ...asked, limit: compact ? 15 : 50 },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  );
  if (query.isPending) return <LoadingRows rows={compact ? 3 : 8} label="Loading the trail" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const entries = query.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) return <EmptyState picture="search" text="Nothing like this happened." />;
  return (
    <>
      <div className={table.wrap}>
        <table className={`${table.table} ${history.table}`}>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Row key={entry.id} entry={entry} withBusiness={!compact} />
            ))}
          </tbody>
        </table>
      </div>
      <ShowMore {...query} />
    </>
  );
}

function Row({ entry, withBusiness }: { entry: PlatformTrailEntry; withBusiness: boolean }) {
  const { name, role } = actorWords({ kind: entry.actorKind, name: entry.actorName });
  const what = entry.source === "platform" && entry.subjectType !== "business" ? entry.subjectId : null;
  return (
    <tr>
      <td>
        <time dateTime={entry.at}>{moment(entry.at)}</time>
      </td>
      <td>
        {name}
        {role ? <span className={history.role}>{role}</span> : null}
      </td>
      <td>
        <span>{wordsOf(entry.type)}</span>
        {withBusiness && entry.businessId ? (
          <Link className={history.link} href={`/platform/businesses/${entry.businessId}`}>
            {entry.businessName ?? "a business that is gone"}
          </Link>
        ) : null}
        {entry.subjectType === "login" ? (
          <Link className={history.link} href={`/platform/users?id=${entry.subjectId}`}>
            See the login
          </Link>
        ) : null}
        {what && entry.subjectType !== "login" ? <span className={history.details}>{what}</span> : null}
        {entry.reason ? <span className={history.details}>Reason: {entry.reason}</span> : null}
        {entry.source === "platform" ? (
          <span className={history.details}>In the platform’s trail</span>
        ) : null}
      </td>
    </tr>
  );
}
