"use client";

import { Button } from "@mantine/core";
import { modals } from "@mantine/modals";
import Link from "next/link";
import type { FailedJob } from "#modules/platform/schema.ts";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { ShowMore } from "#ui/dashboard/parts/show-more.tsx";
import { EmptyState, ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import table from "#ui/dashboard/parts/table.module.css";
import { useRefresh } from "./business-actions.tsx";
import classes from "./platform.module.css";
import { moment } from "./use-clock.ts";

/** Jobs that were given up, of one business or of all, each with its last error and what can be done. */
export function JobList({ businessId }: { businessId?: string }) {
  const query = trpc.platform.failedJobs.useInfiniteQuery(
    { businessId, limit: businessId ? 10 : 50 },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  );
  if (query.isPending) return <LoadingRows rows={businessId ? 1 : 6} label="Loading jobs" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const jobs = query.data.pages.flatMap((page) => page.jobs);
  if (jobs.length === 0) {
    const none = "No job has failed for good.";
    return businessId ? <p className={table.quiet}>{none}</p> : <EmptyState picture="list" text={none} />;
  }
  return (
    <>
      <ul className={classes.jobs}>
        {jobs.map((job) => (
          <Job key={job.id} job={job} withBusiness={!businessId} />
        ))}
      </ul>
      <ShowMore {...query} />
    </>
  );
}

function Job({ job, withBusiness }: { job: FailedJob; withBusiness: boolean }) {
  const { id: jobId, task, businessId, businessName, ids, attempts, lastError } = job;
  const refresh = useRefresh();
  const retry = trpc.platform.retryJob.useMutation({ ...refresh, onSuccess: () => tell("Tried again now") });
  const forget = trpc.platform.deleteJob.useMutation({ ...refresh, onSuccess: () => tell("Deleted") });
  const ask = () =>
    modals.openConfirmModal({
      title: "Delete this job?",
      children: "What it was to do is not done then, and cannot be done later.",
      labels: { confirm: "Delete", cancel: "Keep it" },
      confirmProps: { color: "red" },
      onConfirm: () => forget.mutate({ jobId }),
    });
  return (
    <li>
      <div>
        <strong>{task}</strong>
        {withBusiness && businessId ? (
          <>
            {" of "}
            <Link href={`/platform/businesses/${businessId}`}>
              {businessName ?? "a business that is gone"}
            </Link>
          </>
        ) : null}
        <span className={classes.error}>
          Given up {moment(job.failedAt)} after {attempts} attempts
        </span>
        {lastError ? <span className={classes.error}>{lastError}</span> : null}
        {Object.entries(ids).map(([name, value]) => (
          <span key={name} className={classes.error}>
            {name}: {value}
          </span>
        ))}
      </div>
      <div className={classes.buttons}>
        <Button size="xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate({ jobId })}>
          Try again
        </Button>
        <Button size="xs" variant="subtle" color="red" loading={forget.isPending} onClick={ask}>
          Delete
        </Button>
      </div>
    </li>
  );
}
