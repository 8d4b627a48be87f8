"use client";

import { Progress } from "@mantine/core";
import type { Usage } from "#modules/billing/rules/plan-fit.ts";
import type { PlanLimits } from "#modules/plans/schema.ts";
import classes from "./billing.module.css";
import { limitNames, limitOrder } from "./plan-words.ts";

/** What is used of each limit, in figures and as a bar. */
export function UsageList({ usage, limits }: { usage: Usage; limits: PlanLimits | null }) {
  return (
    <ul className={classes.usage}>
      {limitOrder.map((limit) => (
        <Meter key={limit} label={limitNames[limit]} used={usage[limit]} allowed={limits?.[limit] ?? null} />
      ))}
    </ul>
  );
}

function Meter({ label, used, allowed }: { label: string; used: number; allowed: number | null }) {
  const isFull = allowed !== null && used >= allowed;
  const words = allowed === null ? `${used} (no limit)` : `${used} of ${allowed}`;
  return (
    <li className={classes.meter}>
      <span>{label}</span>
      <span className={classes.figure} data-full={isFull}>
        {words}
        {allowed !== null && used > allowed ? " · above the limit" : null}
      </span>
      {allowed === null ? null : (
        <Progress
          value={allowed === 0 ? 100 : Math.min(100, (used / allowed) * 100)}
          color={isFull ? "yellow.8" : undefined}
          size="sm"
          className={classes.bar}
          aria-label={`${label}: ${words}`}
        />
      )}
    </li>
  );
}
