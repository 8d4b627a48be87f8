"use client";

import { DaysPanel } from "#ui/dashboard/schedule/days-panel.tsx";
import { HoursPanel } from "#ui/dashboard/schedule/hours-panel.tsx";
import classes from "./settings.module.css";

const business = {};

/** Hours and days of the whole business: what counts where a location has none of its own. */
export function HoursSettings() {
  return (
    <>
      <HoursPanel owner={business} />
      <div className={classes.after}>
        <DaysPanel owner={business} onPage />
      </div>
    </>
  );
}
