"use client";

import { useFrame, useMay } from "#ui/dashboard/data/frame-context.tsx";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./billing.module.css";
import { suspensionWords } from "./suspension-words.ts";

/** Above every page of a business that was suspended, unless the banner of its plan says why (A8). */
export function SuspendedBanner() {
  const { status, mode } = useBusiness();
  const { billingNotice } = useFrame();
  const mayReadBilling = useMay("billing.read");
  if (status !== "suspended" || billingNotice?.kind === "suspended") return null;
  return (
    <div className={classes.banner} data-kind="suspended" role="status">
      <Icon name="warning" size={16} />
      <span className={classes.bannerWords}>{suspensionWords({ mode, mayReadBilling })}</span>
    </div>
  );
}
