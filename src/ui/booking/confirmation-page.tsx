/** @jsxImportSource preact */
import { AddToCalendar, ChangeLinks, FactsCard } from "./appointment-facts.tsx";
import type { ConfirmationModel } from "./appointment-model.ts";
import { StepHeading } from "./frame.tsx";
import { Icon } from "./icons.tsx";

/** Done: a tick, the facts, and nothing else to decide. */
export function ConfirmationPage({ model }: { model: ConfirmationModel }) {
  return (
    <div class="sheet">
      <div class="done">
        <span class="tick">
          <Icon name={model.facts.state === "pending" ? "clock" : "check"} />
        </span>
        <StepHeading>{model.heading}</StepHeading>
        <p class="quiet">{model.text}</p>
      </div>
      <FactsCard facts={model.facts} />
      {model.calendar && <AddToCalendar links={model.calendar} />}
      <ChangeLinks
        rescheduleHref={model.rescheduleHref}
        cancelHref={model.cancelHref}
        policy={model.policy}
      />
    </div>
  );
}
