"use client";

import { Skeleton } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { formatDateOnly } from "#kernel/time/format-time.ts";
import type { Conflicts, ScheduleView } from "#modules/availability/schedule-schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { DrawerForm } from "#ui/dashboard/parts/edit-drawer.tsx";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import { ConflictsNotice } from "./conflicts-notice.tsx";
import { HolidaysSection } from "./holidays-section.tsx";
import { hoursWords } from "./hours-words.ts";
import { OtherHoursForm } from "./other-hours-form.tsx";
import { type HoursOwner, wordsOf } from "./owner.ts";
import { AddButton, RuleList } from "./rule-list.tsx";
import { TimeOffForm } from "./time-off-form.tsx";
import { useScheduleChange } from "./use-schedule-change.ts";

type Props = {
  owner: HoursOwner;
  /** Above the lists: for which of several places they are. */
  chooser?: ReactNode;
  /** On a page of its own instead of in a drawer. */
  onPage?: boolean;
};

/** What differs from the recurring hours: time off (closures), dates with other hours, public holidays. */
export function DaysPanel({ owner, chooser, onPage = false }: Props) {
  const query = trpc.schedule.read.useQuery(owner);
  const [conflicts, setConflicts] = useState<Conflicts | null>(null);
  const opening = !owner.staffId && !owner.serviceId && !owner.resourceId;
  const inside = (
    <>
      {chooser}
      <ConflictsNotice conflicts={conflicts} onDismiss={() => setConflicts(null)} />
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton height={240} /> : null}
      {query.data ? (
        <>
          <TimeOff owner={owner} schedule={query.data} onSaved={setConflicts} />
          <OtherHours owner={owner} schedule={query.data} onSaved={setConflicts} />
          {opening ? <HolidaysSection locationId={owner.locationId} onSaved={setConflicts} /> : null}
        </>
      ) : null}
    </>
  );
  return onPage ? inside : <DrawerForm>{inside}</DrawerForm>;
}

type SectionProps = { owner: HoursOwner; schedule: ScheduleView; onSaved: (conflicts: Conflicts) => void };

function TimeOff({ owner, schedule, onSaved }: SectionProps) {
  const [adding, setAdding] = useState(false);
  const { locale } = useBusiness();
  const change = useScheduleChange({ done: "Removed", onSaved });
  const remove = trpc.schedule.removeTimeOff.useMutation(change);
  const { timeOff: title, timeOffDetail } = wordsOf(owner);
  return (
    <FormSection
      title={title}
      description={timeOffDetail}
      action={
        adding ? null : <AddButton onClick={() => setAdding(true)} words="Add" label={`Add to ${title}`} />
      }
    >
      {adding ? <TimeOffForm owner={owner} onDone={() => setAdding(false)} onSaved={onSaved} /> : null}
      <RuleList
        empty={adding ? null : "None planned."}
        onRemove={(id) => remove.mutate({ id })}
        rules={schedule.timeOff.map(({ id, part, reason, ...dates }) => ({
          id,
          title: datesWords(dates, locale),
          lines: [[part ? hoursWords([plain(part)], locale) : "All day", reason].filter(Boolean).join(" · ")],
        }))}
      />
    </FormSection>
  );
}

function OtherHours({ owner, schedule, onSaved }: SectionProps) {
  /** An id, or `new`. */
  const [open, setOpen] = useState<string | null>(null);
  const { locale } = useBusiness();
  const change = useScheduleChange({ done: "Removed", onSaved });
  const remove = trpc.schedule.removeDateOverride.useMutation(change);
  const edited = schedule.overrides.find(({ id }) => id === open) ?? null;
  return (
    <FormSection
      title="Dates with other hours"
      description="They replace the weekly hours on these dates, also on a public holiday."
      action={
        open ? null : (
          <AddButton onClick={() => setOpen("new")} words="Add" label="Add a date with other hours" />
        )
      }
    >
      {open ? (
        <OtherHoursForm
          key={open}
          owner={owner}
          edited={edited}
          onDone={() => setOpen(null)}
          onSaved={onSaved}
        />
      ) : null}
      <RuleList
        empty={open ? null : "None set."}
        onEdit={setOpen}
        onRemove={(id) => remove.mutate({ id })}
        rules={schedule.overrides
          .filter(({ id }) => id !== open)
          .map(({ id, intervals, reason, priority, ...dates }) => ({
            id,
            title: datesWords(dates, locale),
            lines: [
              [
                hoursWords(intervals.map(plain), locale, "Closed"),
                reason,
                priority === 0 ? null : `priority ${priority}`,
              ]
                .filter(Boolean)
                .join(" · "),
            ],
          }))}
      />
    </FormSection>
  );
}

function plain({ startMinute, endMinute }: { startMinute: number; endMinute: number }) {
  return { start: startMinute, end: endMinute };
}

function datesWords({ dateFrom, dateTo }: { dateFrom: string; dateTo: string }, locale: string): string {
  if (dateFrom === dateTo) return formatDateOnly(dateFrom, locale, true);
  return `${formatDateOnly(dateFrom, locale)} – ${formatDateOnly(dateTo, locale, true)}`;
}
