/** @jsxImportSource preact */
import { Avatar } from "./avatar.tsx";
import { Callout, StepHeading } from "./frame.tsx";
import { Icon } from "./icons.tsx";
import { LocationDetails } from "./location-details.tsx";
import { ServiceList } from "./service-list.tsx";
import type { LandingModel, StaffCard } from "./view-model.ts";

/** The business's own page: what it offers, who works there, where and when. */
export function LandingPage({ model }: { model: LandingModel }) {
  return (
    <div class="landing">
      <section class={model.photoUrl ? "hero hero-photo" : "hero"}>
        <div class="hero-text">
          <StepHeading>{model.heading}</StepHeading>
          {model.tagline && <p class="hero-tagline">{model.tagline}</p>}
          {model.description && <p class="hero-description">{model.description}</p>}
        </div>
        {model.photoUrl && <img class="hero-image" src={model.photoUrl} alt="" width="960" height="640" />}
      </section>
      <div class="landing-columns">
        <div class="landing-main">
          {model.closed && (
            <Callout tone="warn" heading={model.closed.heading}>
              <p>{model.closed.text}</p>
            </Callout>
          )}
          <ServiceList groups={model.groups} />
          {model.staff.length > 0 && <People staff={model.staff} />}
          {model.photos.length > 0 && <Photos photos={model.photos} />}
          {model.questions.length > 0 && <Questions questions={model.questions} />}
        </div>
        <div class="landing-side">
          {model.locations.map((location) => (
            <LocationDetails key={location.id} location={location} />
          ))}
          {model.contact && <ContactCard contact={model.contact} />}
          {model.policies.length > 0 && <Policies policies={model.policies} />}
        </div>
      </div>
    </div>
  );
}

function People({ staff }: { staff: StaffCard[] }) {
  return (
    <section class="block" aria-labelledby="people">
      <h2 id="people">The team</h2>
      <ul class="people">
        {staff.map((person) => (
          <li key={person.id}>
            <Avatar name={person.name} photoUrl={person.photoUrl} size={64} />
            <div>
              <p class="people-name">{person.name}</p>
              {person.title && <p class="quiet">{person.title}</p>}
              {person.bio && <p class="people-bio">{person.bio}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Photos({ photos }: { photos: string[] }) {
  return (
    <section class="block" aria-labelledby="photos">
      <h2 id="photos">Pictures</h2>
      <ul class="photos">
        {photos.map((photo) => (
          <li key={photo}>
            <img src={photo} alt="" width="480" height="320" loading="lazy" />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Questions({ questions }: { questions: LandingModel["questions"] }) {
  return (
    <section class="block" aria-labelledby="questions">
      <h2 id="questions">Questions and answers</h2>
      {questions.map(({ question, answer }) => (
        <details key={question} class="question">
          <summary>{question}</summary>
          <p class="text-lines">{answer}</p>
        </details>
      ))}
    </section>
  );
}

function ContactCard({ contact }: { contact: NonNullable<LandingModel["contact"]> }) {
  return (
    <section class="card" aria-labelledby="contact">
      <h2 id="contact">Contact</h2>
      <ul class="facts">
        {contact.phone && (
          <li>
            <Icon name="phone" />
            <a href={contact.phoneHref} dir="ltr">
              {contact.phone}
            </a>
          </li>
        )}
        {contact.email && (
          <li>
            <Icon name="mail" />
            <a href={`mailto:${contact.email}`} dir="ltr">
              {contact.email}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

function Policies({ policies }: { policies: string[] }) {
  return (
    <section class="card" aria-labelledby="policies">
      <h2 id="policies">Good to know</h2>
      {policies.map((policy) => (
        <p key={policy} class="policy">
          {policy}
        </p>
      ))}
    </section>
  );
}
