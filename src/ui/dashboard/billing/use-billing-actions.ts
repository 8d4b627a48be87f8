"use client";

import { randomId } from "@mantine/hooks";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";

/** Everything that can be done about the plan. What leads to the provider leaves the dashboard. */
export function useBillingActions() {
  const utils = trpc.useUtils();
  const onError = (error: unknown) => tellFailure(error);
  const leave = ({ url }: { url: string }) => window.location.assign(url);
  const refresh = (words: string) => () => {
    tell(words);
    void utils.billing.invalidate();
    void utils.business.invalidate();
  };
  const checkout = trpc.billing.startCheckout.useMutation({ onSuccess: leave, onError });
  const portal = trpc.billing.openPortal.useMutation({ onSuccess: leave, onError });
  const change = trpc.billing.changePlan.useMutation({ onSuccess: refresh("Plan changed"), onError });
  const end = trpc.billing.end.useMutation({ onSuccess: refresh("Your plan ends with its period"), onError });
  const resume = trpc.billing.resume.useMutation({ onSuccess: refresh("Your plan goes on"), onError });
  const isLeaving = checkout.isSuccess || portal.isSuccess;
  return {
    busy: isLeaving || [checkout, portal, change, end, resume].some(({ isPending }) => isPending),
    buy: (planId: string) => checkout.mutate({ planId, attempt: newAttempt() }),
    changeTo: (planId: string) => change.mutate({ planId, attempt: newAttempt() }),
    managePayment: () => portal.mutate(),
    end: () => end.mutate({ attempt: newAttempt() }),
    resume: () => resume.mutate({ attempt: newAttempt() }),
  };
}

export type BillingActions = ReturnType<typeof useBillingActions>;

/** Names one press of a button, so that a request that is sent twice is done once. */
function newAttempt(): string {
  return `${randomId("attempt-")}${randomId("-")}`;
}
