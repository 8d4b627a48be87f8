/** @jsxImportSource preact */
import { AddToCalendar, ChangeLinks, FactsCard } from "./appointment-facts.tsx";
import type { ManageModel } from "./appointment-model.ts";
import { Callout, StepHeading } from "./frame.tsx";

/** The appointment behind a manage link, with what may still be changed. */
export function ManagePage({ model }: { model: ManageModel }) {
  return (
    <div class="sheet">
      {model.done && <Callout tone="good" heading={model.done} urgent />}
      <StepHeading>{model.heading}</StepHeading>
      {model.blocked && (
        <Callout tone="info" heading={model.blocked.heading}>
          <p>{model.blocked.text}</p>
        </Callout>
      )}
      <FactsCard facts={model.facts} />
      {model.again && (
        <p class="again">
          <a class="button button-main" href={model.again.href}>
            {model.again.label}
          </a>
        </p>
      )}
      {model.calendar && <AddToCalendar links={model.calendar} />}
      <ChangeLinks
        rescheduleHref={model.rescheduleHref}
        cancelHref={model.cancelHref}
        policy={model.policy}
      />
    </div>
  );
}
