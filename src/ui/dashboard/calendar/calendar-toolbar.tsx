"use client";

import { ActionIcon, Button, Popover, SegmentedControl, Select } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { formatDateOnly } from "#kernel/time/format-time.ts";
import type { StaffMember } from "#modules/staff/schema.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useCalendars } from "#ui/dashboard/data/use-catalog.ts";
import { useDrawers } from "#ui/dashboard/frame/drawers.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { addDays, wallAt } from "./business-wall-time.ts";
import classes from "./calendar-page.module.css";
import type { CalendarState } from "./use-calendar-state.ts";

type Change = Partial<Pick<CalendarState, "view" | "date" | "staffId" | "locationId">>;
type Props = { state: CalendarState; change: (next: Change) => void };

/** Which days, which people: everything that moves the calendar. */
export function CalendarToolbar({ state, change }: Props) {
  return (
    <div className={classes.toolbar}>
      <Days state={state} change={change} />
      <span className={classes.spacer} />
      <Whose state={state} change={change} />
      <WhyNotOffered state={state} />
      <SegmentedControl
        aria-label="View"
        value={state.view}
        onChange={(view) => change({ view: view as "day" | "week" })}
        data={[
          { value: "day", label: "Day" },
          { value: "week", label: "Week" },
        ]}
      />
    </div>
  );
}

/** Opens the explanation for the day in sight, and the person when it is one. */
function WhyNotOffered({ state }: Pick<Props, "state">) {
  const { openExplanation } = useDrawers();
  const label = "Why not offered?";
  const ask = () =>
    openExplanation({
      start: wallAt(state.date, 600),
      staffId: (state.view === "week" && state.staffId) || undefined,
      locationId: state.locationId ?? undefined,
    });
  return (
    <>
      <Button variant="default" visibleFrom="md" onClick={ask}>
        {label}
      </Button>
      <ActionIcon variant="default" size={36} hiddenFrom="md" aria-label={label} onClick={ask}>
        <Icon name="info" size={18} />
      </ActionIcon>
    </>
  );
}

function Days({ state, change }: Props) {
  const { locale } = useBusiness();
  const step = state.view === "week" ? 7 : 1;
  const unit = state.view;
  return (
    <div className={classes.days}>
      <Button
        variant="default"
        className={classes.today}
        onClick={() => change({ date: state.today })}
        disabled={state.dates.includes(state.today)}
      >
        Today
      </Button>
      <ActionIcon.Group>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={`Previous ${unit}`}
          onClick={() => change({ date: addDays(state.date, -step) })}
        >
          <Icon name="left" size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={`Next ${unit}`}
          onClick={() => change({ date: addDays(state.date, step) })}
        >
          <Icon name="right" size={16} />
        </ActionIcon>
      </ActionIcon.Group>
      <Popover position="bottom-start" shadow="md" trapFocus>
        <Popover.Target>
          <button type="button" className={classes.date}>
            <h1 className={classes.title} suppressHydrationWarning>
              {titleOf(state, locale)}
            </h1>
            <Icon name="down" size={14} />
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <DatePicker
            value={state.date}
            defaultDate={state.date}
            onChange={(date) => date && change({ date })}
            highlightToday
          />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

function titleOf({ view, date, dates }: CalendarState, locale: string): string {
  if (view === "day") return formatDateOnly(date, locale);
  const days = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  return days.formatRange(Date.parse(dates[0] ?? date), Date.parse(dates.at(-1) ?? date));
}

function Whose({ state, change }: Props) {
  const { locations } = useBusiness();
  const staff = useCalendars();
  return (
    <>
      {locations.length > 1 ? (
        <Select
          aria-label="Location"
          className={classes.filter}
          comboboxProps={{ withinPortal: false }}
          value={state.locationId ?? "all"}
          onChange={(id) => change({ locationId: id === "all" ? null : id })}
          data={[
            { value: "all", label: "All locations" },
            ...locations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
      {state.view === "week" ? (
        <Select
          aria-label="Staff"
          className={classes.filter}
          comboboxProps={{ withinPortal: false }}
          value={state.staffId ?? "all"}
          onChange={(id) => change({ staffId: id === "all" ? null : id })}
          data={[{ value: "all", label: "All staff" }, ...staff.map(choiceOf)]}
        />
      ) : null}
    </>
  );
}

function choiceOf({ id, name }: StaffMember) {
  return { value: id, label: name };
}
