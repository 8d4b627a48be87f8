"use client";

import { type Trade, templates } from "#modules/onboarding/rules/templates.ts";
import { businessKinds } from "#modules/tenants/schema.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./onboarding.module.css";
import { StepHeading } from "./wizard-frame.tsx";

/** What the business does: a choice leads on at once. */
export function TradeChoice({
  chosen,
  onChoose,
}: {
  chosen: Trade | null;
  onChoose: (trade: Trade) => void;
}) {
  return (
    <>
      <StepHeading
        title="What do you do?"
        lead="We fill in services, hours and answers that fit. You can change all of it."
      />
      <ul className={classes.trades}>
        {businessKinds.map((trade) => (
          <li key={trade}>
            <button
              type="button"
              className={classes.trade}
              aria-pressed={chosen === trade}
              onClick={() => onChoose(trade)}
            >
              <span className={classes.tradeName}>{templates[trade].label}</span>
              <span className={classes.quiet}>{templates[trade].examples}</span>
              <Icon name="right" size={18} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
