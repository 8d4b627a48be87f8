"use client";

import { Button } from "@mantine/core";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { addDays, instantOfWall, wallAt } from "#ui/dashboard/calendar/business-wall-time.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { DrawerOnDemand } from "#ui/dashboard/parts/drawer-on-demand.tsx";
import { ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import table from "#ui/dashboard/parts/table.module.css";
import { useToday } from "#ui/dashboard/schedule/use-today.ts";
import classes from "./classes.module.css";
import { SessionsTable } from "./sessions-table.tsx";

const loadSessionDrawer = async () => (await import("./session-drawer.tsx")).SessionDrawer;

type Props = {
  serviceId: string | undefined;
  withCancelled: boolean;
  opened: string | null;
  onOpen: (id: string | null) => void;
};

const firstWeeks = 4;
const mostWeeks = 52;

/** Dates from today on, four weeks at a time. */
export function ComingSessions({ serviceId, withCancelled, opened, onOpen }: Props) {
  const { timeZone } = useBusiness();
  const today = useToday();
  const [weeks, setWeeks] = useState(firstWeeks);
  const query = trpc.classes.listSessions.useQuery(
    {
      ...{ serviceId, includeCancelled: withCancelled },
      from: instantOfWall(wallAt(today, 0), timeZone),
      to: instantOfWall(wallAt(addDays(today, 7 * weeks), 0), timeZone),
    },
    { placeholderData: keepPreviousData },
  );
  const sessions = query.data?.sessions ?? [];
  return (
    <>
      <h2 className={classes.group}>Next {weeks} weeks</h2>
      {query.isPending ? <LoadingRows rows={5} label="Loading dates" /> : null}
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data && sessions.length === 0 ? <p className={classes.quiet}>No dates.</p> : null}
      {sessions.length > 0 ? <SessionsTable sessions={sessions} onOpen={onOpen} /> : null}
      {weeks < mostWeeks ? (
        <div className={table.foot}>
          <Button variant="default" loading={query.isFetching} onClick={() => setWeeks(weeks + firstWeeks)}>
            Show more
          </Button>
        </div>
      ) : null}
      <DrawerOnDemand
        title="Class"
        opened={opened !== null}
        onClose={() => onOpen(null)}
        load={loadSessionDrawer}
      >
        {(SessionDrawer) => <SessionDrawer id={opened} sessions={sessions} onClose={() => onOpen(null)} />}
      </DrawerOnDemand>
    </>
  );
}
