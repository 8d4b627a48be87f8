"use client";

import { ActionIcon, Menu, Switch, Tooltip } from "@mantine/core";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { Period, positions } from "./period.tsx";
import classes from "./schedule.module.css";
import { weekdayName } from "./weekday-names.ts";
import {
  addInterval,
  copyDay,
  problemOf,
  removeInterval,
  setOpen,
  setPeriod,
  type WeekHours,
} from "./weekly-hours.ts";

type Props = { week: WeekHours; onChange: (week: WeekHours) => void; locale: string; closedWord?: string };

/** The seven days with their periods: on and off, several a day, copied to other days. */
export function WeeklyHoursEditor({ week, onChange, locale, closedWord = "Not working" }: Props) {
  return (
    <div className={classes.week}>
      {week.map((day) => (
        <Day
          key={day.weekday}
          day={day}
          week={week}
          onChange={onChange}
          locale={locale}
          closedWord={closedWord}
        />
      ))}
    </div>
  );
}

type DayProps = Required<Props> & { day: WeekHours[number] };

function Day({ day, week, onChange, locale, closedWord }: DayProps) {
  const { weekday, intervals } = day;
  const name = weekdayName(weekday, locale);
  const problem = problemOf(intervals);
  return (
    <fieldset className={classes.day}>
      <legend className={classes.hidden}>{name}</legend>
      <Switch
        label={name}
        checked={intervals.length > 0}
        onChange={(event) => onChange(setOpen(week, weekday, event.currentTarget.checked))}
        className={classes.dayName}
      />
      <div className={classes.periods}>
        {intervals.length === 0 ? <span className={classes.closed}>{closedWord}</span> : null}
        {intervals.map((interval, index) => (
          <Period
            key={positions[index]}
            name={intervals.length > 1 ? `${name}, period ${index + 1}` : name}
            interval={interval}
            onChange={(next) => onChange(setPeriod(week, weekday, { index, interval: next }))}
            onRemove={() => onChange(removeInterval(week, weekday, index))}
          />
        ))}
        {problem ? (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        ) : null}
      </div>
      {intervals.length > 0 ? <DayTools day={day} week={week} onChange={onChange} locale={locale} /> : null}
    </fieldset>
  );
}

type ToolsProps = Pick<Props, "week" | "onChange" | "locale"> & { day: WeekHours[number] };

function DayTools({ day, week, onChange, locale }: ToolsProps) {
  const name = weekdayName(day.weekday, locale);
  const workdays = [1, 2, 3, 4, 5].filter((weekday) => weekday !== day.weekday);
  const everyDay = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => weekday !== day.weekday);
  const copy = (to: number[]) => onChange(copyDay(week, day.weekday, to));
  return (
    <div className={classes.tools}>
      <Tooltip label="Another period, after a break">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={`Add a period on ${name}`}
          onClick={() => onChange(addInterval(week, day.weekday))}
        >
          <Icon name="plus" size={16} />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Copy ${name} to other days`}>
            <Icon name="copy" size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Copy these hours to</Menu.Label>
          <Menu.Item onClick={() => copy(workdays)}>Monday to Friday</Menu.Item>
          <Menu.Item onClick={() => copy(everyDay)}>Every day</Menu.Item>
          <Menu.Divider />
          {everyDay.map((weekday) => (
            <Menu.Item key={weekday} onClick={() => copy([weekday])}>
              {weekdayName(weekday, locale)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
