/** @jsxImportSource preact */

import type { MoveModel } from "./appointment-model.ts";
import { BackLink, HiddenFields, StepHeading } from "./frame.tsx";
import { SummaryLines, SummaryPane } from "./summary.tsx";
import { TakenNotice } from "./taken-notice.tsx";

/** The last look before an appointment moves: from when, to when. */
export function MovePage({ model }: { model: MoveModel }) {
  return (
    <div class="panes">
      <SummaryPane summary={model.summary} />
      <form class="step" action={model.action} method="post">
        <BackLink link={model.back} />
        <StepHeading>{model.heading}</StepHeading>
        <HiddenFields fields={model.hidden} />
        {model.taken && <TakenNotice taken={model.taken} verb="Move to" />}
        <dl class="move">
          <div>
            <dt>From</dt>
            <dd class="move-from">{model.from}</dd>
          </div>
          <div>
            <dt>To</dt>
            <dd class="move-to">
              {model.to}
              {model.toElsewhere && <span class="quiet block">{model.toElsewhere}</span>}
            </dd>
          </div>
        </dl>
        {!model.taken && (
          <div class="bar">
            <SummaryLines summary={model.summary} />
            <button type="submit" class="button button-main">
              {model.submitLabel}
            </button>
          </div>
        )}
      </form>
    </div>
  );
}
