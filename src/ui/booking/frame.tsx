/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import type { Contact, Frame, Link } from "./frame-model.ts";
import { Icon } from "./icons.tsx";

/** Header, main and foot around every page. */
export function PageFrame(props: {
  frame: Frame;
  /** Shown at the foot where the page itself does not show it. */
  contact?: Contact;
  children: ComponentChildren;
}) {
  const { frame, contact, children } = props;
  return (
    <div class="page">
      <a class="skip" href="#main">
        Skip to content
      </a>
      {frame.business && (
        <header class="top">
          <a class="brand" href={frame.business.homeHref}>
            {frame.business.logoUrl && <img src={frame.business.logoUrl} alt="" width="32" height="32" />}
            <span>{frame.business.name}</span>
          </a>
        </header>
      )}
      <main id="main">{children}</main>
      <footer class="foot">
        {contact && <ContactLine contact={contact} />}
        {frame.footLinks && (
          <p class="foot-links">
            {frame.footLinks.map((link) => (
              <a key={link.href} href={link.href}>
                {link.label}
              </a>
            ))}
          </p>
        )}
        {!frame.hidesMaker && <p class="foot-maker">Booking by Slotkeeper</p>}
      </footer>
    </div>
  );
}

function ContactLine({ contact }: { contact: Contact }) {
  if (!contact.phone && !contact.email) return null;
  return (
    <p class="foot-contact">
      <span>Questions?</span>
      {contact.phone && (
        <a href={contact.phoneHref} dir="ltr">
          {contact.phone}
        </a>
      )}
      {contact.email && (
        <a href={`mailto:${contact.email}`} dir="ltr">
          {contact.email}
        </a>
      )}
    </p>
  );
}

/** The page's one question; focus comes here after a change of page. */
export function StepHeading({ children }: { children: ComponentChildren }) {
  return (
    <h1 class="heading" tabIndex={-1} data-heading>
      {children}
    </h1>
  );
}

export function BackLink({ link }: { link: Link }) {
  return (
    <a class="back" href={link.href}>
      <Icon name="back" flip />
      {link.label}
    </a>
  );
}

/** A box that says one thing about the page's state; `urgent` is read out at once. */
export function Callout(props: {
  tone: "info" | "warn" | "danger" | "good";
  heading: string;
  urgent?: boolean;
  children?: ComponentChildren;
}) {
  const icon = { info: "info", warn: "alert", danger: "alert", good: "check" } as const;
  return (
    <div
      class={`callout callout-${props.tone}`}
      role={props.urgent ? "alert" : undefined}
      tabIndex={props.urgent ? -1 : undefined}
      data-focus={props.urgent || undefined}
    >
      <Icon name={icon[props.tone]} />
      <div class="callout-body">
        <h2 class="callout-heading">{props.heading}</h2>
        {props.children}
      </div>
    </div>
  );
}

/** Hidden inputs of a form, in a steady order. */
export function HiddenFields({ fields }: { fields: Record<string, string> }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
