import { z } from "zod";
import type { Plan } from "#modules/plans/schema.ts";
import type { Usage } from "./rules/plan-fit.ts";

export const subscriptionStatuses = ["trialing", "active", "past_due", "suspended", "cancelled"] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

/** Who bills: Stripe, its local twin, the website builder, or nobody. */
export const billers = ["stripe", "sandbox", "builder", "platform"] as const;

const planId = z.string().min(1, "Choose a plan").max(64);
/** Names the attempt, so that pressing twice asks once. */
const attempt = z.string().min(16, "Press the button again").max(64);

export const StartCheckoutInput = z.object({ planId, attempt });
export type StartCheckoutInput = z.infer<typeof StartCheckoutInput>;

export const ChangePlanInput = z.object({ planId, attempt });
export type ChangePlanInput = z.infer<typeof ChangePlanInput>;

export const EndSubscriptionInput = z.object({ attempt });
export type EndSubscriptionInput = z.infer<typeof EndSubscriptionInput>;

/** The plan of a business, how it is paid for, and what could be had instead; instants are ISO. */
export type BillingView = {
  plan: Plan | null;
  status: SubscriptionStatus | null;
  billedBy: (typeof billers)[number] | null;
  /** A subscription stands at the provider: it is changed there, not bought anew. */
  subscribed: boolean;
  /** There is a customer at the provider, with invoices to read. */
  known: boolean;
  trialEndsAt: string | null;
  periodEndsAt: string | null;
  graceEndsAt: string | null;
  cancelAtPeriodEnd: boolean;
  usage: Usage;
  /** All that can be chosen, from the smallest on; empty where the plan is not the business's to choose. */
  plans: Plan[];
  /** Plans that can be bought here: the provider knows their price. */
  buyable: string[];
  /** test: nothing is paid; null: this installation sells no plans. */
  selling: "live" | "test" | null;
};

/** What stands above every page of the dashboard, when something does. */
export type BillingNotice = {
  kind: "trialEnding" | "past_due" | "suspended";
  until: string | null;
  planName: string;
};
