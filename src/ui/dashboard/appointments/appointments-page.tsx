"use client";

import { Button, SegmentedControl, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useCalendars } from "#ui/dashboard/data/use-catalog.ts";
import { useDrawers } from "#ui/dashboard/frame/drawers.ts";
import { presentMinute } from "#ui/dashboard/frame/present.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { ShowMore } from "#ui/dashboard/parts/show-more.tsx";
import { EmptyState, ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import { AppointmentsTable } from "./appointments-table.tsx";
import { listedAppointments, type Tab, tabs } from "./listed-appointments.ts";

export function AppointmentsPage() {
  const [tab, setTab] = useState<Tab>("upcoming");
  const [staffId, setStaffId] = useState("all");
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const staff = useCalendars();
  return (
    <Page
      title="Appointments"
      filters={
        <>
          <SegmentedControl
            aria-label="Which appointments"
            value={tab}
            onChange={(value) => setTab(value as Tab)}
            data={tabs.map(({ value, label }) => ({ value, label }))}
          />
          <TextInput
            aria-label="Search appointments"
            placeholder="Name, phone, e-mail or code"
            leftSection={<Icon name="search" size={16} />}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            style={{ flex: "1 1 200px", maxInlineSize: 320 }}
          />
          <Select
            aria-label="Staff"
            comboboxProps={{ withinPortal: false }}
            value={staffId}
            onChange={(id) => setStaffId(id ?? "all")}
            data={[
              { value: "all", label: "All staff" },
              ...staff.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            style={{ inlineSize: 176 }}
          />
        </>
      }
    >
      <Listed key={tab} tab={tab} search={search} staffId={staffId === "all" ? undefined : staffId} />
    </Page>
  );
}

type ListedProps = { tab: Tab; search: string; staffId: string | undefined };

function Listed({ tab, search, staffId }: ListedProps) {
  const { openAppointment, openBooking } = useDrawers();
  const mayBook = useMay("appointments.write");
  const [opened] = useState(() => `${new Date(presentMinute() * 60_000).toISOString().slice(0, 19)}Z`);
  const query = trpc.appointments.list.useInfiniteQuery(
    { ...listedAppointments(tab, opened), staffId, search: search || undefined, limit: 50 },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  );
  if (query.isPending) return <LoadingRows rows={8} label="Loading appointments" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const appointments = query.data.pages.flatMap((page) => page.appointments);
  if (appointments.length === 0) {
    const text = search
      ? `Nothing found for “${search}”.`
      : (tabs.find(({ value }) => value === tab)?.none ?? "");
    const book = <Button onClick={() => openBooking({})}>New appointment</Button>;
    return (
      <EmptyState
        picture={search ? "search" : "calendar"}
        text={text}
        action={search || !mayBook ? null : book}
      />
    );
  }
  return (
    <>
      <AppointmentsTable appointments={appointments} onOpen={openAppointment} />
      <ShowMore {...query} />
    </>
  );
}
