"use client";

import { useState } from "react";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { BusinessChoice } from "./business-choice.tsx";
import { JobList } from "./job-list.tsx";
import classes from "./platform.module.css";

/** What was given up after its last attempt, on the whole platform or for one business. */
export function JobsPage() {
  const [businessId, setBusinessId] = useState<string | undefined>();
  return (
    <Page title="Failed jobs">
      <div className={classes.narrowed}>
        <BusinessChoice onChange={setBusinessId} />
      </div>
      <JobList businessId={businessId} />
    </Page>
  );
}
