"use client";

import { Button, Select } from "@mantine/core";
import { useState } from "react";
import type { BusinessFile } from "#modules/platform/schema.ts";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useRefresh } from "./business-actions.tsx";
import classes from "./platform.module.css";
import { moment } from "./use-clock.ts";
import { payerWords, subscriptionWords } from "./words.ts";

/** The plan of a business, and another one, given free. */
export function PlanCard({ file }: { file: BusinessFile }) {
  const plans = trpc.platform.plans.useQuery().data ?? [];
  const [planId, setPlanId] = useState<string | null>(null);
  const give = trpc.platform.givePlan.useMutation({
    ...useRefresh(),
    onSuccess: () => {
      tell("Plan given");
      setPlanId(null);
    },
  });
  const offered = plans.filter(({ retired, id }) => !retired && id !== file.plan?.id);
  return (
    <section className={classes.card}>
      <h2>Plan</h2>
      <div className={classes.actions}>
        <PlanNow plan={file.plan} />
        {file.status === "deleted" ? null : (
          <>
            <Select
              label="Give another plan, free"
              description="It counts at once, and nobody is billed for it."
              placeholder="Choose a plan"
              value={planId}
              onChange={setPlanId}
              data={offered.map(({ id, name, track }) => ({ value: id, label: `${name} (${track})` }))}
            />
            <Button
              variant="default"
              disabled={planId === null}
              loading={give.isPending}
              onClick={() => planId && give.mutate({ businessId: file.id, planId })}
            >
              Give this plan
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function PlanNow({ plan }: { plan: BusinessFile["plan"] }) {
  if (!plan) return <p>It has no plan, and so no limits.</p>;
  const until: [string, string | null][] = [
    ["Trial until", plan.trialEndsAt],
    ["Paid until", plan.periodEndsAt],
    ["To be paid by", plan.graceEndsAt],
  ];
  return (
    <dl className={classes.facts}>
      <dt>Now</dt>
      <dd>
        <strong>{plan.name}</strong>, {subscriptionWords(plan.status)}, {payerWords(plan.billedBy)}
      </dd>
      {until.map(([name, at]) =>
        at ? (
          <div key={name} style={{ display: "contents" }}>
            <dt>{name}</dt>
            <dd>{moment(at)}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
