"use client";

import { Button, NativeSelect, Switch } from "@mantine/core";
import Link from "next/link";
import { useState } from "react";
import type { Service } from "#modules/catalog/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { EmptyState, ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import { ComingSessions } from "./coming-sessions.tsx";
import { Schedules } from "./schedules.tsx";
import { useClassServices } from "./use-classes.ts";

const all = "all";

/** Classes that repeat, and their dates with what is booked in them. */
export function ClassesPage() {
  const services = useClassServices();
  // What the forms choose from must be there when they open.
  const needed = [
    trpc.services.list.useQuery({ publicOnly: false }),
    trpc.staff.list.useQuery({ publicOnly: false }),
  ];
  const failed = needed.find(({ isError }) => isError);
  const mayChange = useMay("schedule.write");
  const [chosen, setChosen] = useState(all);
  const [past, setPast] = useState(false);
  const [schedule, openSchedule] = useState<string | null>(null);
  const [session, openSession] = useState<string | null>(null);
  const serviceId = chosen === all ? undefined : chosen;
  if (failed) return <Failed error={failed.error} onRetry={() => void failed.refetch()} />;
  if (needed.some(({ isPending }) => isPending)) return <Loading />;
  if (services.length === 0) return <NoClasses />;
  return (
    <Page
      title="Classes"
      actions={
        mayChange ? (
          <>
            <Button variant="default" onClick={() => openSession("new")}>
              Add single date
            </Button>
            <Button
              variant="default"
              leftSection={<Icon name="plus" size={16} />}
              onClick={() => openSchedule("new")}
            >
              Add class
            </Button>
          </>
        ) : null
      }
      filters={<Filters services={services} {...{ chosen, setChosen, past, setPast }} />}
    >
      <Schedules serviceId={serviceId} withEnded={past} opened={schedule} onOpen={openSchedule} />
      <ComingSessions serviceId={serviceId} withCancelled={past} opened={session} onOpen={openSession} />
    </Page>
  );
}

type FilterProps = {
  services: Service[];
  chosen: string;
  setChosen: (id: string) => void;
  past: boolean;
  setPast: (shown: boolean) => void;
};

function Filters({ services, chosen, setChosen, past, setPast }: FilterProps) {
  return (
    <>
      {services.length > 1 ? (
        <NativeSelect
          aria-label="Class"
          data={[
            { value: all, label: "All classes" },
            ...services.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        />
      ) : null}
      <Switch
        label="Show ended and cancelled"
        checked={past}
        onChange={(event) => setPast(event.currentTarget.checked)}
      />
    </>
  );
}

function Loading() {
  return (
    <Page title="Classes">
      <LoadingRows label="Loading classes" />
    </Page>
  );
}

function Failed(failure: { error: unknown; onRetry: () => void }) {
  return (
    <Page title="Classes">
      <ErrorState {...failure} />
    </Page>
  );
}

function NoClasses() {
  const mayAdd = useMay("catalog.write");
  return (
    <Page title="Classes">
      <EmptyState
        picture="calendar"
        text={mayAdd ? "No class yet: add a service that is booked as a class." : "No class yet."}
        action={
          mayAdd ? (
            <Button component={Link} href="/dashboard/services" variant="default">
              Go to services
            </Button>
          ) : null
        }
      />
    </Page>
  );
}
