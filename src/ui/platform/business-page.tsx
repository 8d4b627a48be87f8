"use client";

import Link from "next/link";
import type { BusinessFile } from "#modules/platform/schema.ts";
import { failureOf, trpc } from "#ui/dashboard/data/trpc.ts";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { EmptyState, ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import { BusinessActions } from "./business-actions.tsx";
import { JobList } from "./job-list.tsx";
import { PlanCard } from "./plan-card.tsx";
import classes from "./platform.module.css";
import { StateMark } from "./state-mark.tsx";
import { TrailList } from "./trail-list.tsx";
import { moment } from "./use-clock.ts";
import { modeWords, sizeWords } from "./words.ts";

/** One business, as the platform looks after it: nothing of its customers. */
export function BusinessPage({ id }: { id: string }) {
  const query = trpc.platform.business.useQuery({ businessId: id });
  const title = query.data?.name ?? "Business";
  return (
    <Page title={title} actions={query.data ? <StateMark {...query.data} /> : null}>
      <Link className={classes.back} href="/platform/businesses">
        ← All businesses
      </Link>
      {query.isPending ? <LoadingRows label="Loading the business" /> : null}
      {query.isError ? <Missing error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? <File file={query.data} /> : null}
    </Page>
  );
}

function Missing({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { missing, message, fields } = failureOf(error);
  if (!missing && Object.keys(fields).length === 0) return <ErrorState error={error} onRetry={onRetry} />;
  return <EmptyState picture="search" text={missing ? message : "There is no such business."} />;
}

function File({ file }: { file: BusinessFile }) {
  return (
    <div className={classes.columns}>
      <div className={`${classes.stack} ${classes.side}`}>
        <BusinessActions file={file} />
        <PlanCard file={file} />
        <section className={classes.card}>
          <h2>Failed jobs</h2>
          <JobList businessId={file.id} />
        </section>
      </div>
      <div className={classes.stack}>
        <Profile file={file} />
        <Team file={file} />
        <section className={classes.card}>
          <h2>What happened</h2>
          <TrailList asked={{ businessId: file.id }} compact />
        </section>
      </div>
    </div>
  );
}

function Profile({ file }: { file: BusinessFile }) {
  const { counts, domains } = file;
  const facts: [string, string | null][] = [
    ["Mode", modeWords(file.mode)],
    ["Address", `/${file.slug}`],
    ["Other hosts", domains.map(({ host, status }) => `${host} (${status})`).join(", ") || null],
    ["Website builder", file.builderName && `${file.builderName}, as ${file.builderReference}`],
    ["E-mail", file.email],
    ["Phone", file.phone],
    ["Website", file.website],
    ["Trade", file.kind],
    ["Region", `${file.timeZone}, ${file.currency}`],
    ["Since", moment(file.createdAt)],
    ["Has", sizeWords(counts)],
    ["Appointments", String(counts.appointments)],
  ];
  return (
    <section className={classes.card}>
      <h2>Profile</h2>
      <dl className={classes.facts}>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} style={{ display: "contents" }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}

function Team({ file }: { file: BusinessFile }) {
  return (
    <section className={classes.card}>
      <h2>Team</h2>
      {file.team.length === 0 ? <p>Nobody can sign in to this business.</p> : null}
      <ul className={classes.list}>
        {file.team.map(({ userId, name, email, role }) => (
          <li key={userId}>
            <Link href={`/platform/users?id=${userId}`}>
              {name}, {email}
            </Link>
            <span>{role}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
