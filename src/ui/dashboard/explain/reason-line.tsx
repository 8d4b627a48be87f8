"use client";

import { Button } from "@mantine/core";
import type { ExplainedReason } from "#modules/availability/explain-schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./explain.module.css";
import { iconOf, linkOf, type ReasonTarget } from "./reason-words.ts";

type Props = {
  reason: ExplainedReason;
  /** Named where there are several. */
  place: string | undefined;
  onOpen: (target: ReasonTarget) => void;
};

/** One reason: what it is, what would help, and the way to the rule, booking or setting behind it. */
export function ReasonLine({ reason, place, onOpen }: Props) {
  const mayManage = useMay("business.write");
  const link = linkOf(reason);
  const shown = link && (mayManage || link.target.open !== "page") ? link : null;
  return (
    <li className={classes.reason}>
      <span className={classes.icon}>
        <Icon name={iconOf[reason.code]} size={18} />
      </span>
      <div className={classes.words}>
        <p className={classes.message}>{reason.message}</p>
        {place && !reason.message.includes(place) ? <p className={classes.quiet}>At {place}</p> : null}
        <p className={classes.quiet}>{reason.remedy}</p>
        {shown ? (
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes.link}
            rightSection={<Icon name="right" size={14} />}
            onClick={() => onOpen(shown.target)}
          >
            {shown.label}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
