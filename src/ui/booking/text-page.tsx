/** @jsxImportSource preact */
import { BackLink, StepHeading } from "./frame.tsx";
import type { TextModel } from "./view-model.ts";

/** A page of text: privacy, terms. */
export function TextPage({ model }: { model: TextModel }) {
  return (
    <article class="sheet text">
      <BackLink link={model.back} />
      <StepHeading>{model.heading}</StepHeading>
      {model.sections.map((section) => (
        <section key={section.heading ?? ""}>
          {section.heading && <h2>{section.heading}</h2>}
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph} class="text-lines">
              {paragraph}
            </p>
          ))}
        </section>
      ))}
    </article>
  );
}
