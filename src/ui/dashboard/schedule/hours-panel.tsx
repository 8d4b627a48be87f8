"use client";

import { Alert, Button, Skeleton } from "@mantine/core";
import { type ReactNode, useLayoutEffect, useState } from "react";
import type { ScheduleView } from "#modules/availability/schedule-schema.ts";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { DrawerForm, SaveBar } from "#ui/dashboard/parts/edit-drawer.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { durationWords } from "#ui/dashboard/parts/span-of-time.ts";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import { minutesOfWeek, problemOf, sortedWeek } from "./weekly-hours.ts";
import { WeeklyHoursEditor } from "./weekly-hours-editor.tsx";

/** Whose hours: a staff member's, or a location's opening hours. */
export type HoursOwner = { staffId: string; locationId?: string } | { locationId: string };

type Props = {
  owner: HoursOwner;
  onClose: () => void;
  onDirty: (dirty: boolean) => void;
  /** Above the days: which of several hours these are. */
  chooser?: ReactNode;
};

export function HoursPanel({ owner, onClose, onDirty, chooser }: Props) {
  const query = trpc.schedule.read.useQuery(owner);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) {
    return (
      <DrawerForm>
        <Skeleton height={360} />
      </DrawerForm>
    );
  }
  return (
    <HoursForm owner={owner} schedule={query.data} onClose={onClose} onDirty={onDirty} chooser={chooser} />
  );
}

function HoursForm({ owner, schedule, onClose, onDirty, chooser }: Props & { schedule: ScheduleView }) {
  const { locale } = useBusiness();
  const [edited, setEdited] = useState<ScheduleView["week"] | null>(null);
  const week = edited ?? schedule.week;
  const dirty = edited !== null && JSON.stringify(sortedWeek(edited)) !== JSON.stringify(schedule.week);
  useLayoutEffect(() => onDirty(dirty), [dirty, onDirty]);
  const { save, saving } = useSaveHours(() => setEdited(null));
  const isStaff = "staffId" in owner;
  const broken = week.some(({ intervals }) => problemOf(intervals) !== null);
  return (
    <DrawerForm
      onSubmit={(event) => {
        event.preventDefault();
        if (!broken) save(owner, sortedWeek(week));
      }}
      footer={<SaveBar dirty={dirty} saving={saving} onCancel={onClose} label="Save hours" />}
    >
      {chooser}
      {schedule.usesDefaultHours && !dirty ? (
        <Alert color="teal" icon={<Icon name="info" />} mb={16}>
          {noHoursWords(owner)}
        </Alert>
      ) : null}
      <WeeklyHoursEditor
        week={week}
        onChange={setEdited}
        locale={locale}
        closedWord={isStaff ? "Not working" : "Closed"}
      />
      <p style={{ color: "var(--sk-muted)" }}>{durationWords(minutesOfWeek(week))} a week</p>
      {schedule.usesDefaultHours || dirty ? null : (
        <Button variant="subtle" size="compact-sm" loading={saving} onClick={() => save(owner, null)}>
          {withoutHoursWords(owner)}
        </Button>
      )}
    </DrawerForm>
  );
}

function noHoursWords(owner: HoursOwner): string {
  if (!("staffId" in owner)) return "No opening hours yet: it is open whenever somebody works here.";
  if (owner.locationId) return "No hours of their own at this location.";
  return "No hours of their own yet: they work whenever their location is open.";
}

function withoutHoursWords(owner: HoursOwner): string {
  if (!("staffId" in owner)) return "Open whenever somebody works instead";
  return owner.locationId ? "Remove the hours at this location" : "Use the location’s opening hours instead";
}

function useSaveHours(onSaved: () => void) {
  const utils = trpc.useUtils();
  const options = {
    onSuccess: async () => {
      await utils.schedule.invalidate();
      onSaved();
      tell("Hours saved. The booking page follows at once.");
    },
    onError: (error: unknown) => tellFailure(error, "Hours not saved"),
    onSettled: () => utils.availability.invalidate(),
  };
  const mutation = trpc.schedule.saveWeeklyHours.useMutation(options);
  return {
    saving: mutation.isPending,
    save: (owner: HoursOwner, week: ScheduleView["week"] | null) => mutation.mutate({ ...owner, week }),
  };
}
