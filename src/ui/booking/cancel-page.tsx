/** @jsxImportSource preact */
import { FactsCard } from "./appointment-facts.tsx";
import type { CancelModel } from "./appointment-model.ts";
import { BackLink, HiddenFields, StepHeading } from "./frame.tsx";

/** Cancelling asks once, with an optional reason; keeping the appointment is as easy. */
export function CancelPage({ model }: { model: CancelModel }) {
  return (
    <form class="sheet" action={model.action} method="post">
      <BackLink link={model.back} />
      <StepHeading>{model.heading}</StepHeading>
      <HiddenFields fields={model.hidden} />
      <FactsCard facts={model.facts} />
      {model.policy && <p class="policy">{model.policy}</p>}
      <div class="field">
        <label for="field-reason">
          Why are you cancelling?<span class="quiet"> (optional)</span>
        </label>
        <textarea id="field-reason" name="reason" rows={3} maxLength={500} defaultValue={model.reason} />
      </div>
      <p class="change-links">
        <button type="submit" class="button button-stop">
          {model.submitLabel}
        </button>
        <a class="button button-quiet" href={model.back.href}>
          {model.keepLabel}
        </a>
      </p>
    </form>
  );
}
