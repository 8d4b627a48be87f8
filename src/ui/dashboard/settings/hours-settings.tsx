"use client";

import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { DaysPanel } from "#ui/dashboard/schedule/days-panel.tsx";
import { HoursPanel } from "#ui/dashboard/schedule/hours-panel.tsx";
import classes from "./settings.module.css";

const business = {};

/** Hours and days of the whole business: what counts where a location has none of its own. */
export function HoursSettings() {
  return (
    <>
      <FormSection
        level={2}
        title="Hours of the business"
        description="They count where a location has none of its own."
      />
      <div className={classes.apart}>
        <HoursPanel owner={business} />
      </div>
      <div className={classes.after}>
        <DaysPanel owner={business} onPage />
      </div>
    </>
  );
}
