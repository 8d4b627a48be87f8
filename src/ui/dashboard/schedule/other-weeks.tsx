"use client";

import { Button, Menu } from "@mantine/core";
import { useState } from "react";
import type { Conflicts, ScheduleView } from "#modules/availability/schedule-schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { MonthlyForm } from "./monthly-form.tsx";
import type { HoursOwner } from "./owner.ts";
import { PlanForm } from "./plan-form.tsx";
import { newPlan, type PlanKind, type PlanValues, valuesOfPlan } from "./plan-values.ts";
import { RuleList } from "./rule-list.tsx";
import { useScheduleChange } from "./use-schedule-change.ts";
import { useToday } from "./use-today.ts";
import { monthlyWords, planWords } from "./week-words.ts";
import { weekdayName } from "./weekday-names.ts";

type Props = {
  owner: HoursOwner;
  schedule: ScheduleView;
  onSaved: (conflicts: Conflicts) => void;
  /** Whether something was typed that is not saved. */
  onTouched: (touched: boolean) => void;
};

/** What is being added, or the id of what is being changed. */
type Open = PlanKind | "monthly" | { id: string };

/** Hours beside the usual week: weeks that take turns, a time of the year, one day a month. */
export function OtherWeeks({ owner, schedule, onSaved, onTouched }: Props) {
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => {
    setOpen(null);
    onTouched(false);
  };
  const { locale } = useBusiness();
  const today = useToday();
  const change = useScheduleChange({ done: "Removed", onSaved });
  const remove = trpc.schedule.removeHoursPlan.useMutation(change);
  const openId = open !== null && typeof open === "object" ? open.id : null;
  const listed = [
    ...schedule.plans.map((plan) => ({ id: plan.id, ...planWords(plan, locale, today) })),
    ...schedule.monthly.map((hours) => ({
      id: hours.id,
      ...monthlyWords(hours, locale, weekdayName(hours.weekday, locale)),
    })),
  ];
  return (
    <FormSection
      title="Weeks that differ"
      description="Weeks that take turns, a season, or one day a month."
      action={open ? null : <AddMenu onChoose={setOpen} />}
    >
      {open ? (
        <OpenForm key={openId ?? "new"} {...{ open, owner, schedule, onSaved, onTouched }} onDone={close} />
      ) : null}
      <RuleList
        empty={open ? null : "None set."}
        rules={listed.filter(({ id }) => id !== openId)}
        onEdit={(id) => setOpen({ id })}
        onRemove={(id) => remove.mutate({ id })}
      />
    </FormSection>
  );
}

function AddMenu({ onChoose }: { onChoose: (kind: Open) => void }) {
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<Icon name="plus" size={14} />}
          aria-label="Add weeks that differ"
        >
          Add
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChoose("turns")}>Every second week …</Menu.Item>
        <Menu.Item onClick={() => onChoose("season")}>For a time of the year …</Menu.Item>
        <Menu.Item onClick={() => onChoose("monthly")}>Once a month …</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

type OpenProps = Props & { open: Open; onDone: () => void };

function OpenForm({ open, owner, schedule, onDone, onSaved, onTouched }: OpenProps) {
  const today = useToday();
  const saved = (conflicts: Conflicts) => {
    onSaved(conflicts);
    onDone();
  };
  const alone = schedule.usesDefaultHours && Boolean(owner.staffId);
  const form = { owner, onDone, onSaved: saved, alone, onTouched: () => onTouched(true) };
  if (open === "monthly") return <MonthlyForm {...form} edited={null} />;
  const monthly = typeof open === "object" ? schedule.monthly.find(({ id }) => id === open.id) : undefined;
  if (monthly) return <MonthlyForm {...form} edited={monthly} />;
  const initial = initialPlan(open, schedule, today);
  return initial ? <PlanForm {...form} initial={initial} /> : null;
}

function initialPlan(open: Open, { plans, week }: ScheduleView, today: string): PlanValues | null {
  if (open === "turns" || open === "season") return newPlan(open, week, today);
  const plan = typeof open === "object" ? plans.find(({ id }) => id === open.id) : undefined;
  return plan ? valuesOfPlan(plan) : null;
}
