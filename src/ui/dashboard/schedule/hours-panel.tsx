"use client";

import { Alert, Button, Skeleton } from "@mantine/core";
import { type ReactNode, useLayoutEffect, useState } from "react";
import type { Conflicts, ScheduleView } from "#modules/availability/schedule-schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { durationWords } from "#ui/dashboard/parts/span-of-time.ts";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import { ConflictsNotice } from "./conflicts-notice.tsx";
import { HoursPreview } from "./hours-preview.tsx";
import { OtherWeeks } from "./other-weeks.tsx";
import { type HoursOwner, wordsOf } from "./owner.ts";
import { HoursFrame } from "./panel-frame.tsx";
import classes from "./schedule.module.css";
import { useScheduleChange } from "./use-schedule-change.ts";
import { minutesOfWeek, problemOf, sortedWeek } from "./weekly-hours.ts";
import { WeeklyHoursEditor } from "./weekly-hours-editor.tsx";

type Props = {
  owner: HoursOwner;
  /** Absent: on a page of its own instead of in a drawer. */
  onClose?: () => void;
  onDirty?: (dirty: boolean) => void;
  /** Above the days: which of several hours these are. */
  chooser?: ReactNode;
};

/** The usual week of somebody or something, the weeks that differ from it, and what results. */
export function HoursPanel(props: Props) {
  const query = trpc.schedule.read.useQuery(props.owner);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={360} m={props.onClose ? 24 : 0} w="auto" />;
  return <HoursForm {...props} schedule={query.data} />;
}

type FormProps = Props & { schedule: ScheduleView };

function HoursForm({ owner, schedule, onClose, onDirty, chooser }: FormProps) {
  const { locale } = useBusiness();
  const [edited, setEdited] = useState<ScheduleView["week"] | null>(null);
  const [conflicts, setConflicts] = useState<Conflicts | null>(null);
  const week = edited ?? schedule.week;
  const dirty = edited !== null && JSON.stringify(sortedWeek(edited)) !== JSON.stringify(schedule.week);
  const [touched, setTouched] = useState(false);
  const unsaved = dirty || touched;
  useLayoutEffect(() => onDirty?.(unsaved), [unsaved, onDirty]);
  const change = useScheduleChange({
    done: "Hours saved. The booking page follows at once.",
    onSaved(found) {
      setEdited(null);
      setConflicts(found);
    },
  });
  const { mutate, isPending: saving } = trpc.schedule.saveWeeklyHours.useMutation(change);
  const broken = week.some(({ intervals }) => problemOf(intervals) !== null);
  const words = wordsOf(owner);
  return (
    <HoursFrame
      dirty={dirty}
      unsaved={unsaved}
      saving={saving}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        if (!broken) mutate({ ...owner, week: sortedWeek(week) });
      }}
    >
      {chooser}
      <ConflictsNotice conflicts={conflicts} onDismiss={() => setConflicts(null)} />
      <HoursPreview owner={owner} />
      <FormSection title="Usual week">
        <NoHours schedule={schedule} hidden={dirty} none={words.none} />
        <WeeklyHoursEditor week={week} onChange={setEdited} locale={locale} closedWord={words.closed} />
        {minutesOfWeek(week) > 0 ? (
          <p className={classes.quiet}>{durationWords(minutesOfWeek(week))} a week</p>
        ) : null}
        {schedule.hasWeek && !dirty ? (
          <div>
            <Button
              variant="subtle"
              size="compact-sm"
              loading={saving}
              onClick={() => mutate({ ...owner, week: null })}
            >
              {words.giveUp}
            </Button>
          </div>
        ) : null}
      </FormSection>
      <OtherWeeks owner={owner} schedule={schedule} onSaved={setConflicts} onTouched={setTouched} />
    </HoursFrame>
  );
}

function NoHours({ schedule, hidden, none }: { schedule: ScheduleView; hidden: boolean; none: string }) {
  if (hidden || schedule.hasWeek) return null;
  const words = schedule.usesDefaultHours ? none : "No usual week: only the weeks that differ count, below.";
  return (
    <Alert color="teal" icon={<Icon name="info" />}>
      {words}
    </Alert>
  );
}
