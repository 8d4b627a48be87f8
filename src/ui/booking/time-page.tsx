/** @jsxImportSource preact */
import { useEffect, useRef } from "preact/hooks";
import { Avatar } from "./avatar.tsx";
import { DateGrid } from "./date-grid.tsx";
import { BackLink, HiddenFields, StepHeading } from "./frame.tsx";
import type { Link } from "./frame-model.ts";
import { Icon } from "./icons.tsx";
import { SummaryLines, SummaryPane } from "./summary.tsx";
import { TakenNotice } from "./taken-notice.tsx";
import type { Choice, DayModel, TimeModel, TimePill } from "./view-model.ts";
import { ZoneLine } from "./zone-line.tsx";

/** Who, where, which day, which time: every choice is a link, every time a button of one form. */
export function TimePage({ model }: { model: TimeModel }) {
  return (
    <div class="panes">
      <SummaryPane summary={model.summary} />
      <section class="step">
        <BackLink link={model.back} />
        <StepHeading>{model.heading}</StepHeading>
        <form action={model.form.action} method={model.form.method}>
          <HiddenFields fields={model.form.hidden} />
          {model.taken && <TakenNotice taken={model.taken} verb="" />}
          {model.serviceChoices.length > 1 && <Choices label="What" choices={model.serviceChoices} />}
          {model.locationChoices.length > 1 && <Choices label="Where" choices={model.locationChoices} />}
          {model.staffChoices.length > 1 && <Choices label="With" choices={model.staffChoices} photos />}
          {model.seatChoices.length > 1 && <Choices label="How many of you" choices={model.seatChoices} />}
          <div class="when">
            <DateGrid month={model.month} rtl={model.direction === "rtl"} />
            <div class="times" data-times>
              {model.day ? <Times day={model.day} /> : <NoTimes model={model} />}
            </div>
          </div>
        </form>
        <ZoneLine zone={model.zone} />
      </section>
      <div class="bar bar-phone">
        <SummaryLines summary={model.summary} />
      </div>
    </div>
  );
}

/** With more than this a phone shows one row to swipe, so that the calendar stays in sight. */
const choicesInSight = 4;

function Choices(props: { label: string; choices: Choice[]; photos?: boolean }) {
  const list = useRef<HTMLUListElement>(null);
  const current = props.choices.find((choice) => choice.current)?.id;
  useEffect(() => {
    if (current) revealCurrent(list.current);
  }, [current]);
  return (
    <nav class="choices" aria-label={props.label}>
      <h2 class="choices-label">{props.label}</h2>
      <ul ref={list} class={props.choices.length > choicesInSight ? "choices-many" : undefined}>
        {props.choices.map((choice) => (
          <li key={choice.id}>
            <a class="chip" href={choice.href} aria-current={choice.current ? "true" : undefined}>
              {props.photos && <ChoicePhoto choice={choice} />}
              <span>
                {choice.label}
                {choice.detail && <span class="quiet block small">{choice.detail}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Scrolls a row of choices, and nothing else, to the chosen one. */
function revealCurrent(list: HTMLElement | null): void {
  const chosen = list?.querySelector<HTMLElement>("[aria-current]");
  if (!list || !chosen || list.scrollWidth <= list.clientWidth) return;
  const [row, chip] = [list.getBoundingClientRect(), chosen.getBoundingClientRect()];
  list.scrollLeft += chip.left + chip.width / 2 - (row.left + row.width / 2);
}

function ChoicePhoto({ choice }: { choice: Choice }) {
  if (choice.id === "any") {
    return (
      <span class="avatar avatar-32" aria-hidden="true">
        <Icon name="people" />
      </span>
    );
  }
  return <Avatar name={choice.label} photoUrl={choice.photoUrl} size={32} />;
}

function Times({ day }: { day: DayModel }) {
  return (
    <>
      <h2 class="times-heading">{day.heading}</h2>
      {day.groups.map((group) => (
        <fieldset key={group.name} class="pills">
          <legend>{group.name}</legend>
          <div class={group.times.some((time) => time.session) ? "sessions" : "pill-grid"}>
            {group.times.map((time) => (
              <Pill key={time.value} time={time} />
            ))}
          </div>
        </fieldset>
      ))}
      {day.empty && <NothingLeft text={day.empty.text} next={day.empty.next} />}
    </>
  );
}

/**
 * A time that cannot be pressed stays a button, so that the focus stays where it is when a time goes that somebody
 * has just reached with the keyboard.
 */
function Pill({ time }: { time: TimePill }) {
  const off = { type: "button", "aria-disabled": "true" } as const;
  return (
    <button
      {...(time.off ? off : { type: "submit", name: "start", value: time.value })}
      class={["pill", time.session && "session", time.off && `pill-off pill-${time.off}`]
        .filter(Boolean)
        .join(" ")}
      aria-label={time.off === "gone" ? `${time.name}, just taken` : time.name}
    >
      <span class="pill-time">{time.label}</span>
      {time.elsewhere && <span class="pill-elsewhere">{time.elsewhere}</span>}
      {time.session?.teacher && <span class="session-teacher">{time.session.teacher}</span>}
      {time.session && <span class="session-seats">{time.session.seats}</span>}
    </button>
  );
}

function NothingLeft({ text, next }: { text: string; next?: Link }) {
  return (
    <div class="no-times">
      <Icon name="calendar" />
      <p>
        <strong>{text}</strong>
      </p>
      {next && (
        <a class="button button-quiet" href={next.href}>
          {next.label}
        </a>
      )}
    </div>
  );
}

function NoTimes({ model }: { model: TimeModel }) {
  const { month } = model;
  if (month.next) return <NothingLeft text={`No times in ${month.label}`} next={month.next} />;
  const advice =
    model.staffChoices.length > 2 ? "Try someone else, or get in touch." : "Please get in touch instead.";
  return (
    <div class="no-times">
      <Icon name="calendar" />
      <p>
        <strong>No times in {month.label}</strong>
      </p>
      <p class="quiet">{advice}</p>
    </div>
  );
}
