"use client";

import { Alert } from "@mantine/core";
import Link from "next/link";
import { formatMoney } from "#kernel/money.ts";
import { formatDateOnly } from "#kernel/time/format-time.ts";
import type { Counted, Figures } from "#modules/platform/schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import table from "#ui/dashboard/parts/table.module.css";
import { Bars } from "./bars.tsx";
import classes from "./platform.module.css";
import { platformLocale } from "./use-clock.ts";
import { modeName } from "./words.ts";

/** How the whole platform stands. */
export function OverviewPage() {
  const query = trpc.platform.figures.useQuery();
  return (
    <Page title="Overview">
      {query.isPending ? <LoadingRows label="Loading the figures" /> : null}
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? <Overview figures={query.data} /> : null}
    </Page>
  );
}

function Overview({ figures }: { figures: Figures }) {
  return (
    <>
      {figures.hasSecondFactor ? null : <SecondFactorHint />}
      <Headline figures={figures} />
      <div className={classes.split}>
        <TimeLine
          title="Bookings a day, last 8 weeks"
          unit="Bookings"
          points={figures.bookingsPerDay}
          none="Nothing was booked in the last 8 weeks."
        />
        <TimeLine
          title="New businesses a week, last 8 weeks"
          unit="New businesses"
          points={figures.newPerWeek}
          none="Nobody came in the last 8 weeks."
        />
      </div>
      <div className={classes.thirds}>
        <Breakdown title="By plan" rows={figures.byPlan} />
        <Breakdown
          title="By mode"
          rows={figures.byMode.map(({ name, count }) => ({ name: modeName(name), count }))}
        />
        <Breakdown title="By state" rows={figures.byStatus} />
      </div>
    </>
  );
}

function SecondFactorHint() {
  return (
    <Alert
      color="yellow"
      icon={<Icon name="warning" />}
      title="Add a second step"
      mb={24}
      classNames={{ message: classes.hint }}
    >
      You can see and change every business here with your password alone. Add an authenticator app or a
      passkey to your login, under <Link href="/platform/account">your account</Link>.
    </Alert>
  );
}

function Headline({ figures }: { figures: Figures }) {
  const { businesses, pastDue, failedJobs, revenue } = figures;
  const money = (pick: "direct" | "builders") =>
    revenue
      .filter((one) => one[pick] > 0)
      .map((one) => formatMoney(one[pick], one.currency, platformLocale))
      .join(" + ") || "–";
  return (
    <dl className={classes.figures}>
      <Figure name="Businesses" value={String(businesses)} href="/platform/businesses" />
      <Figure name="Revenue a month, from plans" value={money("direct")} />
      <Figure name="A month, through website builders" value={money("builders")} />
      <Figure name="Payment failed" value={String(pastDue)} warn={pastDue > 0} />
      <Figure name="Failed jobs" value={String(failedJobs)} warn={failedJobs > 0} href="/platform/jobs" />
    </dl>
  );
}

type FigureProps = { name: string; value: string; href?: string; warn?: boolean };

function Figure({ name, value, href, warn = false }: FigureProps) {
  return (
    <div className={classes.figure} data-warn={warn}>
      <dt>{name}</dt>
      <dd>{href ? <Link href={href}>{value}</Link> : value}</dd>
    </div>
  );
}

type TimeLineProps = { title: string; unit: string; points: Figures["newPerWeek"]; none: string };

function TimeLine({ title, unit, points, none }: TimeLineProps) {
  const sum = points.reduce((total, { count }) => total + count, 0);
  return (
    <section className={classes.card}>
      <h2>{title}</h2>
      {sum === 0 ? (
        <p className={table.quiet}>{none}</p>
      ) : (
        <Bars points={points} label={`${title}: ${sum}`} />
      )}
      {sum === 0 ? null : (
        <details className={classes.details}>
          <summary>{sum} in all · show as a table</summary>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col" className={table.number}>
                  {unit}
                </th>
              </tr>
            </thead>
            <tbody>
              {points.toReversed().map(({ date, count }) => (
                <tr key={date}>
                  <td>{formatDateOnly(date, platformLocale)}</td>
                  <td className={table.number}>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}

function Breakdown({ title, rows }: { title: string; rows: Counted[] }) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <section className={classes.card}>
      <h2>{title}</h2>
      {rows.length === 0 ? <p className={table.quiet}>No businesses yet.</p> : null}
      <dl className={classes.breakdown}>
        {rows.map(({ name, count }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
            <span aria-hidden="true" style={{ inlineSize: `${(count / most) * 100}%` }} />
          </div>
        ))}
      </dl>
    </section>
  );
}
