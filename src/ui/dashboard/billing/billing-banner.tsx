"use client";

import Link from "next/link";
import { systemClock } from "#kernel/clock.ts";
import { noticeOf } from "#modules/billing/rules/notice.ts";
import { useFrame } from "#ui/dashboard/data/frame-context.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./billing.module.css";
import { noticeInWords } from "./plan-words.ts";

/** Above every page, while a trial ends, a payment has failed, or customers cannot book for want of one. */
export function BillingBanner() {
  const { billingNotice: first } = useFrame();
  const business = useBusiness();
  // Asked again only where there was something to say: it may be over by now.
  const query = trpc.billing.read.useQuery(undefined, { enabled: first !== null, staleTime: 60_000 });
  const view = query.data;
  const notice = view ? noticeOf({ ...view, planName: view.plan?.name ?? "" }, systemClock.now()) : first;
  if (!notice) return null;
  return (
    <div className={classes.banner} data-kind={notice.kind} role="status">
      <Icon name={notice.kind === "trialEnding" ? "clock" : "warning"} size={16} />
      <span className={classes.bannerWords}>{noticeInWords(notice, business)}</span>
      <Link href="/dashboard/settings?section=plan" className={classes.bannerLink}>
        {notice.kind === "trialEnding" ? "Choose a plan" : "Look at the payment"}
      </Link>
    </div>
  );
}
