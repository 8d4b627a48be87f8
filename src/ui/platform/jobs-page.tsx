"use client";

import { Page } from "#ui/dashboard/parts/page.tsx";
import { JobList } from "./job-list.tsx";

/** What was given up after its last attempt, on the whole platform. */
export function JobsPage() {
  return (
    <Page title="Failed jobs">
      <JobList />
    </Page>
  );
}
