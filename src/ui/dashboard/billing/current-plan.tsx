"use client";

import { Button } from "@mantine/core";
import type { BillingView } from "#modules/billing/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import type { IconName } from "#ui/dashboard/parts/icons.tsx";
import { StatePill, type Tone } from "#ui/dashboard/parts/state-pill.tsx";
import { askFirst } from "./ask-first.tsx";
import classes from "./billing.module.css";
import { dateInWords, priceInWords, standingInWords } from "./plan-words.ts";
import type { BillingActions } from "./use-billing-actions.ts";

type Props = { view: BillingView; waiting: boolean; actions: BillingActions };

/** The plan that the business has: how it stands, and the one thing to do about it. */
export function CurrentPlan({ view, waiting, actions }: Props) {
  const business = useBusiness();
  const mayChange = useMay("billing.write");
  const { plan, selling } = view;
  return (
    <div className={classes.current}>
      <div className={classes.head}>
        <h3 className={classes.name}>{plan?.name ?? "No plan"}</h3>
        {plan ? <span className={classes.price}>{priceInWords(plan, business.locale)}</span> : null}
        <State view={view} />
        {selling === "test" && view.plans.length > 0 ? <span className={classes.test}>Test mode</span> : null}
      </div>
      <p className={classes.standing} role={waiting ? "status" : undefined}>
        {waiting ? "Thank you. Your payment is being confirmed …" : standingInWords(view, business)}
      </p>
      {mayChange && !waiting ? <Actions view={view} actions={actions} /> : null}
      {!mayChange && view.plans.length > 0 ? (
        <p className={classes.quiet}>Only the owner changes the plan.</p>
      ) : null}
    </div>
  );
}

const states: Readonly<Record<string, { words: string; icon: IconName; tone: Tone }>> = {
  trialing: { words: "Trial", icon: "clock", tone: "info" },
  active: { words: "Active", icon: "check", tone: "good" },
  past_due: { words: "Payment failed", icon: "warning", tone: "warn" },
  suspended: { words: "No bookings", icon: "warning", tone: "danger" },
  ending: { words: "Ends soon", icon: "clock", tone: "warn" },
};

function State({ view: { status, cancelAtPeriodEnd } }: { view: BillingView }) {
  const isEnding = cancelAtPeriodEnd && (status === "active" || status === "trialing");
  const state = states[isEnding ? "ending" : (status ?? "")];
  if (!state) return null;
  return (
    <StatePill tone={state.tone} icon={state.icon}>
      {state.words}
    </StatePill>
  );
}

function Actions({ view, actions }: { view: BillingView; actions: BillingActions }) {
  const { known, subscribed, cancelAtPeriodEnd, selling } = view;
  if (!selling || view.billedBy === "builder") return null;
  const owes = view.status === "past_due" || view.status === "suspended";
  return (
    <div className={classes.actions}>
      <MainAction view={view} actions={actions} />
      {known && !(owes && subscribed) ? (
        <Button variant="default" disabled={actions.busy} onClick={actions.managePayment}>
          Manage payment
        </Button>
      ) : null}
      {subscribed && !cancelAtPeriodEnd ? <EndButton view={view} actions={actions} /> : null}
    </div>
  );
}

function MainAction({ view, actions }: { view: BillingView; actions: BillingActions }) {
  const { plan, status, subscribed, cancelAtPeriodEnd, buyable } = view;
  if (subscribed && (status === "past_due" || status === "suspended")) {
    return (
      <Button loading={actions.busy} onClick={actions.managePayment}>
        Pay now
      </Button>
    );
  }
  if (subscribed && cancelAtPeriodEnd) {
    return (
      <Button loading={actions.busy} onClick={actions.resume}>
        Keep {plan?.name}
      </Button>
    );
  }
  if (subscribed || !plan || status !== "trialing" || !buyable.includes(plan.id)) return null;
  return (
    <Button loading={actions.busy} onClick={() => actions.buy(plan.id)}>
      Keep {plan.name}
    </Button>
  );
}

function EndButton({ view, actions }: { view: BillingView; actions: BillingActions }) {
  const business = useBusiness();
  const until = dateInWords(view.periodEndsAt, business);
  const ask = () =>
    askFirst({
      title: `End ${view.plan?.name}?`,
      words: `You have it until ${until}, and the free plan after that. Nothing is deleted, and you can change your mind until then.`,
      confirm: "End it then",
      cancel: "Keep it",
      takesAway: true,
      act: actions.end,
    });
  return (
    <Button variant="subtle" color="gray" disabled={actions.busy} onClick={ask}>
      End the plan
    </Button>
  );
}
