"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { formatMoney } from "#kernel/money.ts";
import type { PlanInUse } from "#modules/platform/schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import table from "#ui/dashboard/parts/table.module.css";
import { PlanDrawer } from "./plan-drawer.tsx";
import { limitWords } from "./plan-values.ts";
import { platformLocale } from "./use-clock.ts";

const tracks = [
  { track: "standalone", title: "Standalone: billed by this platform" },
  { track: "integrated", title: "Integrated: billed by the website builder" },
] as const;

/** The plans on offer, and those that businesses still have. */
export function PlansPage() {
  const query = trpc.platform.plans.useQuery();
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <Page
      title="Plans"
      actions={
        <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setOpened("new")}>
          New plan
        </Button>
      }
    >
      {query.isPending ? <LoadingRows rows={7} label="Loading plans" /> : null}
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {tracks.map(({ track, title }) => {
        const plans = (query.data ?? []).filter((plan) => plan.track === track);
        return plans.length > 0 ? (
          <section key={track}>
            <h2 className={table.group}>{title}</h2>
            <Table plans={plans} onOpen={setOpened} />
          </section>
        ) : null;
      })}
      <PlanDrawer
        opened={opened !== null}
        plan={query.data?.find(({ id }) => id === opened) ?? null}
        key={opened ?? "closed"}
        onClose={() => setOpened(null)}
      />
    </Page>
  );
}

function Table({ plans, onOpen }: { plans: PlanInUse[]; onOpen: (id: string) => void }) {
  return (
    <div className={table.wrap}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col" className={table.wide}>
              Allows
            </th>
            <th scope="col" className={table.number}>
              A month
            </th>
            <th scope="col" className={table.number}>
              Businesses
            </th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.id} className={table.row}>
              <td>
                <button type="button" className={table.open} onClick={() => onOpen(plan.id)}>
                  <strong>{plan.name}</strong>
                  {plan.retired ? " (retired)" : ""}
                  <div className={table.quiet}>{plan.id}</div>
                </button>
              </td>
              <td className={table.wide}>{limitWords(plan)}</td>
              <td className={table.number}>{formatMoney(plan.priceMinor, plan.currency, platformLocale)}</td>
              <td className={table.number}>{plan.businesses}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
