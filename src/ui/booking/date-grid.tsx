/** @jsxImportSource preact */
import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { dateAfterKey } from "./date-grid-keys.ts";
import { Icon } from "./icons.tsx";
import type { DayCell, MonthModel } from "./view-model.ts";

/**
 * The ARIA practices' date grid is a table in the role of a grid whose cells hold the focusable element; without
 * script the same table is a plain calendar.
 */
const gridRole = { role: "grid" } as const;
const cellRole = (selected: boolean) => ({ role: "gridcell", "aria-selected": selected }) as const;
const disabledLink = { role: "link", "aria-disabled": "true" } as const;

type GridProps = { month: MonthModel; rtl: boolean };

/**
 * A month as a grid of links. Without JavaScript every available day is a plain link in the tab order; once
 * interactive the grid has one tab stop and arrow, Home, End and Page keys (ARIA practices, row N2).
 */
export function DateGrid({ month, rtl }: GridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const [interactive, setInteractive] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const days = month.weeks.flatMap((week) => week.days);
  const stop = interactive ? (days.find((day) => day.date === active) ?? tabStop(days)) : undefined;

  useEffect(() => setInteractive(true), []);
  useEffect(() => {
    const date = wanted.current;
    if (date?.slice(0, 7) !== month.month) return;
    wanted.current = null;
    focusDay(grid.current, date);
  }, [month]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTableElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const date = dateOf(event.target);
    if (!date) return;
    const column = columnOf(month, date);
    const next = dateAfterKey(event.key, { date, column, rtl });
    if (!next) return;
    event.preventDefault();
    if (next.slice(0, 7) === month.month) {
      focusDay(grid.current, next);
      return;
    }
    wanted.current = turnMonth(grid.current, next < date ? "previous" : "next") ? next : null;
  };

  return (
    <div class="month" ref={grid}>
      <MonthHead month={month} />
      <table
        {...gridRole}
        class="grid"
        aria-labelledby="month-label"
        onKeyDown={onKeyDown}
        onFocusIn={(event) => setActive(dateOf(event.target))}
      >
        <thead>
          <tr>
            {month.weekdays.map((weekday) => (
              <th key={weekday.long} scope="col" abbr={weekday.long}>
                {weekday.short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week) => (
            <tr key={week.days[0]?.date}>
              {week.blanksBefore > 0 && <td colSpan={week.blanksBefore} />}
              {week.days.map((day) => (
                <Day key={day.date} day={day} tabIndex={stop && (day === stop ? 0 : -1)} />
              ))}
              {week.blanksAfter > 0 && <td colSpan={week.blanksAfter} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MonthHead({ month }: { month: MonthModel }) {
  return (
    <div class="month-head">
      <h2 id="month-label">{month.label}</h2>
      <Pager href={month.previousHref} rel="previous" label="Previous month" />
      <Pager href={month.nextHref} rel="next" label="Next month" />
    </div>
  );
}

function Pager({ href, rel, label }: { href?: string; rel: "previous" | "next"; label: string }) {
  const icon = <Icon name={rel === "next" ? "forward" : "back"} flip />;
  if (!href) {
    return (
      <span class="pager" aria-hidden="true">
        {icon}
      </span>
    );
  }
  return (
    <a class="pager" href={href} data-month={rel} aria-label={label}>
      {icon}
    </a>
  );
}

function Day({ day, tabIndex }: { day: DayCell; tabIndex?: number }) {
  const classes = ["day", day.today && "day-today", day.selected && "day-selected"].filter(Boolean).join(" ");
  const shared = {
    class: classes,
    tabIndex,
    "data-date": day.date,
    "aria-label": day.label,
    "aria-current": day.today ? ("date" as const) : undefined,
  };
  return (
    <td {...cellRole(day.selected)}>
      {day.href ? (
        <a {...shared} href={day.href}>
          {day.day}
        </a>
      ) : (
        <span {...shared} {...disabledLink}>
          {day.day}
        </span>
      )}
    </td>
  );
}

/** Where Tab enters the grid: the selected day, else the first with times, else today, else the first. */
export function tabStop(days: DayCell[]): DayCell | undefined {
  return (
    days.find((day) => day.selected) ??
    days.find((day) => day.href) ??
    days.find((day) => day.today) ??
    days[0]
  );
}

function dateOf(target: EventTarget | null): string | null {
  return (target as Element | null)?.closest<HTMLElement>("[data-date]")?.dataset.date ?? null;
}

function focusDay(grid: HTMLElement | null, date: string): void {
  grid?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus();
}

/** Follows the link to the neighbouring month; false at the end of what can be booked. */
function turnMonth(grid: HTMLElement | null, direction: "previous" | "next"): boolean {
  const link = grid?.querySelector<HTMLAnchorElement>(`[data-month="${direction}"]`);
  link?.click();
  return Boolean(link);
}

function columnOf(month: MonthModel, date: string): number {
  const week = month.weeks.find((row) => row.days.some((day) => day.date === date));
  return week ? week.blanksBefore + week.days.findIndex((day) => day.date === date) : 0;
}
