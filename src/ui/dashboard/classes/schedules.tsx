"use client";

import { trpc } from "#ui/dashboard/data/trpc.ts";
import { DrawerOnDemand } from "#ui/dashboard/parts/drawer-on-demand.tsx";
import { ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import classes from "./classes.module.css";
import { SchedulesTable } from "./schedules-table.tsx";

const loadScheduleDrawer = async () => (await import("./schedule-drawer.tsx")).ScheduleDrawer;

type Props = {
  serviceId: string | undefined;
  withEnded: boolean;
  opened: string | null;
  onOpen: (id: string | null) => void;
};

export function Schedules({ serviceId, withEnded, opened, onOpen }: Props) {
  const query = trpc.classes.listSchedules.useQuery({ serviceId, includeArchived: withEnded });
  const schedules = query.data?.schedules ?? [];
  return (
    <>
      <h2 className={classes.group}>Classes that repeat</h2>
      {query.isPending ? <LoadingRows rows={3} label="Loading classes" /> : null}
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data && schedules.length === 0 ? <p className={classes.quiet}>No class repeats yet.</p> : null}
      {schedules.length > 0 ? <SchedulesTable schedules={schedules} onOpen={onOpen} /> : null}
      <DrawerOnDemand
        title="Class"
        opened={opened !== null}
        onClose={() => onOpen(null)}
        load={loadScheduleDrawer}
      >
        {(ScheduleDrawer) => (
          <ScheduleDrawer id={opened} schedules={schedules} onClose={() => onOpen(null)} />
        )}
      </DrawerOnDemand>
    </>
  );
}
