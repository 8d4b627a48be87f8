"use client";

import { useSearchParams } from "next/navigation";
import type { BillingView } from "#modules/billing/schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import { CurrentPlan } from "./current-plan.tsx";
import { PlanChoice } from "./plan-choice.tsx";
import { UsageList } from "./usage-list.tsx";
import { useBillingActions } from "./use-billing-actions.ts";

/** Settings → Plan: what the business has, what it uses of it, and what it could have instead (A2). */
export function PlanSettings() {
  const justPaid = useSearchParams().get("paid") === "1";
  const query = trpc.billing.read.useQuery(undefined, {
    // The provider's word comes a moment after the browser is back.
    refetchInterval: ({ state }) => (justPaid && !state.data?.subscribed ? 1000 : false),
  });
  if (query.isPending) return <LoadingRows label="Loading your plan" rows={3} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Plan view={query.data} waiting={justPaid && !query.data.subscribed} />;
}

function Plan({ view, waiting }: { view: BillingView; waiting: boolean }) {
  const actions = useBillingActions();
  return (
    <>
      <FormSection level={2} title="Your plan">
        <CurrentPlan view={view} waiting={waiting} actions={actions} />
      </FormSection>
      <FormSection level={2} title="What you use of it">
        <UsageList usage={view.usage} limits={view.plan?.limits ?? null} />
      </FormSection>
      {view.plans.length > 0 ? (
        <FormSection
          level={2}
          title="All plans"
          description="A larger plan is paid for at once, for the rest of the month. A smaller one is credited to your next payment."
        >
          <PlanChoice view={view} actions={actions} />
        </FormSection>
      ) : null}
    </>
  );
}
