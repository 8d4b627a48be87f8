"use client";

import { ActionIcon, Button, Skeleton } from "@mantine/core";
import { useState } from "react";
import { formatDateOnly } from "#kernel/time/format-time.ts";
import type { ScheduleView } from "#modules/availability/schedule-schema.ts";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { DrawerForm } from "#ui/dashboard/parts/edit-drawer.tsx";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import type { HoursOwner } from "./hours-panel.tsx";
import { hoursWords } from "./hours-words.ts";
import { OtherHoursForm } from "./other-hours-form.tsx";
import classes from "./schedule.module.css";
import { TimeOffForm } from "./time-off-form.tsx";

type Props = { owner: HoursOwner };

/** What differs from the weekly hours: time off (closures of a location), and dates with other hours. */
export function DaysPanel({ owner }: Props) {
  const query = trpc.schedule.read.useQuery(owner);
  const isStaff = "staffId" in owner;
  return (
    <DrawerForm>
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton height={240} /> : null}
      {query.data ? (
        <>
          <TimeOff owner={owner} schedule={query.data} title={isStaff ? "Time off" : "Closed"} />
          <OtherHours owner={owner} schedule={query.data} />
        </>
      ) : null}
    </DrawerForm>
  );
}

type SectionProps = { owner: HoursOwner; schedule: ScheduleView };

function TimeOff({ owner, schedule, title }: SectionProps & { title: string }) {
  const [adding, setAdding] = useState(false);
  const { locale } = useBusiness();
  const remove = useRemoval("removeTimeOff");
  return (
    <FormSection
      title={title}
      description="Nobody can book these days or hours. Appointments that are booked stay."
      action={
        adding ? null : <AddButton onClick={() => setAdding(true)} words="Add" label={`Add to ${title}`} />
      }
    >
      {adding ? <TimeOffForm owner={owner} onDone={() => setAdding(false)} /> : null}
      <RuleList
        empty={adding ? null : "None planned."}
        onRemove={remove}
        rules={schedule.timeOff.map(({ id, part, reason, ...dates }) => ({
          id,
          title: datesWords(dates, locale),
          detail: [part ? hoursWords([plain(part)], locale) : "All day", reason].filter(Boolean).join(" · "),
        }))}
      />
    </FormSection>
  );
}

function OtherHours({ owner, schedule }: SectionProps) {
  const [adding, setAdding] = useState(false);
  const { locale } = useBusiness();
  const remove = useRemoval("removeDateOverride");
  return (
    <FormSection
      title="Dates with other hours"
      description="They replace the weekly hours on these dates."
      action={
        adding ? null : (
          <AddButton onClick={() => setAdding(true)} words="Add" label="Add a date with other hours" />
        )
      }
    >
      {adding ? <OtherHoursForm owner={owner} onDone={() => setAdding(false)} /> : null}
      <RuleList
        empty={adding ? null : "None set."}
        onRemove={remove}
        rules={schedule.overrides.map(({ id, intervals, reason, ...dates }) => ({
          id,
          title: datesWords(dates, locale),
          detail: [hoursWords(intervals.map(plain), locale, "Closed"), reason].filter(Boolean).join(" · "),
        }))}
      />
    </FormSection>
  );
}

function AddButton({ onClick, words, label }: { onClick: () => void; words: string; label: string }) {
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<Icon name="plus" size={14} />}
      onClick={onClick}
      aria-label={label}
    >
      {words}
    </Button>
  );
}

type Rule = { id: string; title: string; detail: string };
type RuleListProps = { rules: Rule[]; empty: string | null; onRemove: (id: string) => void };

function RuleList({ rules, empty, onRemove }: RuleListProps) {
  if (rules.length === 0) return empty ? <p className={classes.quiet}>{empty}</p> : null;
  return (
    <ul className={classes.rules}>
      {rules.map(({ id, title, detail }) => (
        <li key={id} className={classes.rule}>
          <span className={classes.ruleWords}>
            {title}
            <span className={classes.quiet}>{detail}</span>
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={`Remove ${title}`}
            onClick={() => onRemove(id)}
          >
            <Icon name="trash" size={16} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

function useRemoval(kind: "removeTimeOff" | "removeDateOverride"): (id: string) => void {
  const utils = trpc.useUtils();
  const mutation = trpc.schedule[kind].useMutation({
    onSuccess: () => tell("Removed"),
    onError: (error) => tellFailure(error, "Not removed"),
    onSettled: () => Promise.all([utils.schedule.invalidate(), utils.availability.invalidate()]),
  });
  return (id) => mutation.mutate({ id });
}

function plain({ startMinute, endMinute }: { startMinute: number; endMinute: number }) {
  return { start: startMinute, end: endMinute };
}

function datesWords({ dateFrom, dateTo }: { dateFrom: string; dateTo: string }, locale: string): string {
  if (dateFrom === dateTo) return formatDateOnly(dateFrom, locale, true);
  return `${formatDateOnly(dateFrom, locale)} – ${formatDateOnly(dateTo, locale, true)}`;
}
