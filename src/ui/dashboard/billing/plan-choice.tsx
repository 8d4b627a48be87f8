"use client";

import { Button } from "@mantine/core";
import { type Excess, exceeding } from "#modules/billing/rules/plan-fit.ts";
import type { BillingView } from "#modules/billing/schema.ts";
import type { Plan } from "#modules/plans/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { askFirst } from "./ask-first.tsx";
import classes from "./billing.module.css";
import { excessInWords, planLines, priceInWords } from "./plan-words.ts";
import type { BillingActions } from "./use-billing-actions.ts";

type Props = { view: BillingView; actions: BillingActions };

/** All plans side by side, from the smallest to the largest, each with the way to it. */
export function PlanChoice({ view, actions }: Props) {
  return (
    <ul className={classes.plans}>
      {view.plans.map((plan) => (
        <PlanCard key={plan.id} plan={plan} view={view} actions={actions} />
      ))}
    </ul>
  );
}

function PlanCard({ plan, view, actions }: Props & { plan: Plan }) {
  const { locale } = useBusiness();
  const isCurrent = plan.id === view.plan?.id;
  return (
    <li className={classes.plan} data-current={isCurrent}>
      <h3 className={classes.name}>{plan.name}</h3>
      <p className={classes.price}>{priceInWords(plan, locale)}</p>
      {plan.description ? <p className={classes.quiet}>{plan.description}</p> : null}
      <ul className={classes.lines}>
        {planLines(plan).map((line) => (
          <li key={line}>
            <Icon name="check" size={14} />
            {line}
          </li>
        ))}
      </ul>
      {isCurrent ? (
        <p className={classes.yours}>Your plan</p>
      ) : (
        <Choose plan={plan} view={view} actions={actions} />
      )}
    </li>
  );
}

function Choose({ plan, view, actions }: Props & { plan: Plan }) {
  const mayChange = useMay("billing.write");
  const change = changeTo(plan, view, actions);
  if (!mayChange || !change) return null;
  const excess = exceeding(plan, view.usage);
  const words = <Consequences words={change.words} plan={plan} excess={excess} />;
  const { title, confirm, act } = change;
  const ask = () => askFirst({ title, words, confirm, cancel: "Not now", act });
  return (
    <Button
      variant={change.isLarger ? "filled" : "default"}
      disabled={actions.busy}
      onClick={change.asks || excess.length > 0 ? ask : change.act}
      fullWidth
    >
      {change.label}
    </Button>
  );
}

/** What a change brings, and what there is more of than the plan allows: said first, and no obstacle. */
function Consequences({ words, plan, excess }: { words: string; plan: Plan; excess: Excess[] }) {
  return (
    <>
      <p className={classes.ask}>{words}</p>
      {excess.length > 0 ? (
        <>
          <p className={classes.ask}>You have more than {plan.name} allows:</p>
          <ul className={classes.excess}>
            {excess.map((one) => (
              <li key={one.limit}>{excessInWords(one, plan)}</li>
            ))}
          </ul>
          <p className={classes.ask}>All of it stays and works on. You cannot add more of it.</p>
        </>
      ) : null}
    </>
  );
}

type Change = {
  label: string;
  title: string;
  words: string;
  confirm: string;
  /** Wants an answer first, also where everything fits. */
  asks: boolean;
  isLarger: boolean;
  act: () => void;
};

/** How a plan is reached from the present one: bought, changed to, or fallen to; null: not at all. */
function changeTo(plan: Plan, view: BillingView, actions: BillingActions): Change | null {
  const isLarger = plan.position > (view.plan?.position ?? 0);
  const common = { isLarger, title: `Change to ${plan.name}?` };
  if (plan.priceMinor === 0) {
    if (!view.subscribed || view.cancelAtPeriodEnd) return null;
    const words = "Your plan ends with the period that you have paid for. Then you have the free one.";
    return {
      ...common,
      label: `Change to ${plan.name}`,
      words,
      confirm: "End my plan then",
      asks: true,
      act: actions.end,
    };
  }
  if (!view.buyable.includes(plan.id)) return null;
  if (!view.subscribed) {
    const act = () => actions.buy(plan.id);
    const words = "You pay for it on the next page.";
    return { ...common, label: `Choose ${plan.name}`, words, confirm: "Go on", asks: false, act };
  }
  const words = isLarger
    ? "It is yours at once. What it costs more for the rest of this month is paid now."
    : "It is yours at once. What you have paid too much is credited to your next payment.";
  const confirm = `Change to ${plan.name}`;
  const label = isLarger ? `Upgrade to ${plan.name}` : confirm;
  return { ...common, label, words, confirm, asks: true, act: () => actions.changeTo(plan.id) };
}
