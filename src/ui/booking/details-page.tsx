/** @jsxImportSource preact */
import { Field } from "./field.tsx";
import { BackLink, Callout, HiddenFields, StepHeading } from "./frame.tsx";
import { HoldClock } from "./hold-clock.tsx";
import { SummaryLines, SummaryPane } from "./summary.tsx";
import { TakenNotice } from "./taken-notice.tsx";
import type { DetailsField, DetailsModel, HoldModel } from "./view-model.ts";

const fieldNames: Record<DetailsField, string> = {
  name: "Name",
  email: "E-mail",
  phone: "Phone",
  notes: "Notes",
};

/** One form: who comes, how to reach them, anything to know. */
export function DetailsPage({ model }: { model: DetailsModel }) {
  return (
    <div class="panes">
      <SummaryPane summary={model.summary} />
      <form class="step details" action={model.action} method="post" novalidate data-draft>
        <BackLink link={model.back} />
        <StepHeading>{model.heading}</StepHeading>
        <HiddenFields fields={model.hidden} />
        <Problems model={model} />
        {model.holdGone && (
          <Callout tone="info" heading={model.holdGone}>
            <p>It may still be free: finish here and we check.</p>
          </Callout>
        )}
        <Fields model={model} />
        <Trap />
        {model.policy && <p class="policy">{model.policy}</p>}
        {model.hold && !model.taken && <Hold hold={model.hold} />}
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

/** Extending starts a new clock, even where it has as many seconds left as the old one had at first. */
function Hold({ hold }: { hold: HoldModel }) {
  return <HoldClock key={hold.expiresAt} secondsLeft={hold.secondsLeft} extendAction={hold.extendAction} />;
}

function Problems({ model }: { model: DetailsModel }) {
  if (model.taken) return <TakenNotice taken={model.taken} verb="Book" />;
  const wrong = Object.entries(model.errors) as [DetailsField, string][];
  if (wrong.length === 0 && !model.problem) return null;
  return (
    <Callout tone="danger" heading={model.problem ?? "Please have another look"} urgent>
      {wrong.length > 0 && (
        <ul class="problems">
          {wrong.map(([field, message]) => (
            <li key={field}>
              <a href={`#field-${field}`}>
                {fieldNames[field]}: {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Callout>
  );
}

function Fields({ model }: { model: DetailsModel }) {
  const { values, errors } = model;
  return (
    <div class="fields">
      <Field
        name="name"
        label="Name"
        value={values.name}
        error={errors.name}
        autocomplete="name"
        maxLength={120}
      />
      <Field
        name="email"
        label="E-mail"
        type="email"
        value={values.email}
        error={errors.email}
        autocomplete="email"
        hint="For your confirmation and changes"
        maxLength={254}
      />
      <Field
        name="phone"
        label="Phone"
        type="tel"
        value={values.phone}
        error={errors.phone}
        optional={!model.phoneRequired}
        autocomplete="tel"
        maxLength={40}
      />
      <Field
        name="notes"
        label="Anything we should know?"
        value={values.notes}
        error={errors.notes}
        optional
        long
        maxLength={1000}
      />
    </div>
  );
}

/** A field that people never see and programs fill in (row D11). */
function Trap() {
  return (
    <div class="trap" aria-hidden="true">
      <label for="field-website">Leave this empty</label>
      <input id="field-website" name="website" tabIndex={-1} autocomplete="off" />
    </div>
  );
}
