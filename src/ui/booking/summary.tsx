/** @jsxImportSource preact */

import type { Summary } from "./frame-model.ts";
import { Icon } from "./icons.tsx";

/** What is being booked, as the left pane of a wide screen. */
export function SummaryPane({ summary }: { summary: Summary }) {
  return (
    <aside class="pane" aria-label="Your booking">
      {summary.photoUrl && (
        <img class="pane-photo" src={summary.photoUrl} alt="" width="640" height="400" decoding="async" />
      )}
      <div class="pane-body">
        <p class="pane-service">{summary.service}</p>
        <ul class="pane-facts">
          <li>
            <Icon name="clock" />
            <span>
              {summary.duration}
              {summary.price && <span class="pane-price"> · {summary.price}</span>}
            </span>
          </li>
          {summary.when && (
            <li>
              <Icon name="calendar" />
              <span>
                <strong>{summary.when}</strong>
                {summary.whenElsewhere && <span class="quiet block">{summary.whenElsewhere}</span>}
              </span>
            </li>
          )}
          {summary.seats && (
            <li>
              <Icon name="people" />
              <span>{summary.seats}</span>
            </li>
          )}
          {summary.staff && (
            <li>
              <Icon name="person" />
              <span>{summary.staff}</span>
            </li>
          )}
          {summary.place && (
            <li>
              <Icon name="pin" />
              <span>{summary.place}</span>
            </li>
          )}
        </ul>
      </div>
    </aside>
  );
}

/** The same in two lines, for the bar at the bottom of a phone. */
export function SummaryLines({ summary }: { summary: Summary }) {
  const facts = [summary.whenShort, summary.seats ?? summary.duration, summary.price]
    .filter(Boolean)
    .join(" · ");
  return (
    <p class="bar-text">
      <strong>{summary.service}</strong>
      <span>{facts}</span>
    </p>
  );
}
