/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import type { AppointmentFacts, CalendarLinks } from "./appointment-model.ts";
import { Icon } from "./icons.tsx";

/** What, when, with whom and where, as a list; the code in large letters that line up. */
export function FactsCard({ facts }: { facts: AppointmentFacts }) {
  return (
    <div class={`ticket ticket-${facts.state}`}>
      <dl class="ticket-facts">
        <Fact label="What">
          <strong>{facts.service}</strong>
          <span class="quiet block">{facts.detail}</span>
        </Fact>
        <Fact label="When">
          <strong class="ticket-when">{facts.when}</strong>
          {facts.whenElsewhere && <span class="quiet block">{facts.whenElsewhere}</span>}
        </Fact>
        {facts.staff && <Fact label="With">{facts.staff}</Fact>}
        {(facts.place || facts.room || facts.addressLines.length > 0) && (
          <Fact label="Where">
            {facts.place && <span class="block">{facts.place}</span>}
            {facts.room && <span class="block">{facts.room}</span>}
            {facts.addressLines.map((line) => (
              <span key={line} class="quiet block">
                {line}
              </span>
            ))}
            {facts.directionsHref && (
              <a href={facts.directionsHref} target="_blank" rel="noopener noreferrer">
                Directions<span class="sr-only"> (opens in a new tab)</span>
              </a>
            )}
          </Fact>
        )}
      </dl>
      <div class="ticket-code">
        <p class="quiet small">Booking code</p>
        <p class="code">{facts.code}</p>
        <p class={`state state-${facts.state}`}>{facts.stateLabel}</p>
      </div>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="ticket-fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The calendar file first (every calendar reads it), then the web calendars. */
export function AddToCalendar({ links }: { links: CalendarLinks }) {
  return (
    <section class="add" aria-labelledby="add-heading">
      <h2 id="add-heading">Add to your calendar</h2>
      <ul class="add-links">
        <li>
          <a class="button button-quiet" href={links.file.href} download>
            <Icon name="calendar" />
            {links.file.label}
          </a>
        </li>
        {links.services.map((service) => (
          <li key={service.label}>
            <a class="button button-quiet" href={service.href} target="_blank" rel="noopener noreferrer">
              {service.label}
              <span class="sr-only"> (opens in a new tab)</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Reschedule and cancel, with the rule that limits them. */
export function ChangeLinks(props: { rescheduleHref?: string; cancelHref?: string; policy?: string }) {
  if (!props.rescheduleHref && !props.cancelHref) return null;
  return (
    <section class="change" aria-labelledby="change-heading">
      <h2 id="change-heading">Plans changed?</h2>
      {props.policy && <p class="policy">{props.policy}</p>}
      <p class="change-links">
        {props.rescheduleHref && (
          <a class="button button-quiet" href={props.rescheduleHref}>
            Reschedule
          </a>
        )}
        {props.cancelHref && (
          <a class="button button-quiet button-danger" href={props.cancelHref}>
            Cancel appointment
          </a>
        )}
      </p>
    </section>
  );
}
