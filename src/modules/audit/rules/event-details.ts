import { permissions } from "#modules/team/rules/permissions.ts";

type Payload = Readonly<Record<string, unknown>>;

/** Fields of the business's profile, as its settings call them. */
const fieldWords: Readonly<Record<string, string>> = {
  name: "name",
  kind: "trade",
  tagline: "tagline",
  description: "description",
  email: "e-mail",
  phone: "phone",
  website: "website",
  timeZone: "time zone",
  currency: "currency",
  locale: "language",
  accentColor: "colour",
  logoUrl: "logo",
  photoUrl: "picture",
  photoUrls: "pictures",
  cancellationWindowMin: "time to cancel",
  policyText: "house rules",
  noticeMin: "notice",
  horizonDays: "how far ahead",
  font: "font",
  customCss: "style sheet",
  hidesMaker: "name of the maker",
  privacyText: "privacy text",
  termsText: "terms",
};

/**
 * What an event says beyond its words, in a few words: from when to when, which fields, why. `timeWords` writes an
 * instant as the reader's clock shows it.
 */
export function eventDetails(payload: Payload, timeWords: (instant: string) => string): string {
  const parts = [
    moved(payload, timeWords),
    changedFields(payload.changed),
    fromTo(payload.previousPlanId, payload.planId),
    fromTo(payload.previousMode ?? payload.from, payload.mode ?? payload.to),
    fromTo(payload.previousRole, payload.role),
    text(payload.host),
    text(payload.email),
    labelled("May", permissionWords(payload.granted)),
    labelled("May not", permissionWords(payload.denied)),
    span(payload),
    labelled("Outside of the usual times:", payload.overruled),
    labelled("Until", payload.until, timeWords),
    labelled("Reason:", payload.reason),
  ];
  return parts.filter(Boolean).join(" · ");
}

function moved({ start, previousStart }: Payload, timeWords: (instant: string) => string): string {
  if (typeof start !== "string") return "";
  const to = timeWords(start);
  if (typeof previousStart !== "string") return to;
  const from = timeWords(previousStart);
  return from === to ? `${to}, to another staff member` : `${from} → ${to}`;
}

function changedFields(changed: unknown): string {
  if (!Array.isArray(changed)) return "";
  return changed.map((name) => fieldWords[String(name)] ?? String(name)).join(", ");
}

/** What it was and what it is: words, or somebody by name. */
function fromTo(from: unknown, to: unknown): string {
  const [before, after] = [nameOf(from), nameOf(to)];
  return before !== "" && after !== "" && before !== after ? `${before} → ${after}` : after;
}

function nameOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return text(value);
  return "name" in value ? text(value.name) : "";
}

/** Rights that a member has beyond the role, or has not, as the settings of the team call them. */
function permissionWords(rights: unknown): string {
  if (!Array.isArray(rights)) return "";
  const named = permissions.filter((permission) => permission.rights.some((right) => rights.includes(right)));
  return named.map(({ words }) => lowerFirst(words)).join(", ");
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function span({ dateFrom, dateTo }: Payload): string {
  return fromTo(dateFrom, dateTo);
}

function labelled(
  label: string,
  value: unknown,
  words: (value: string) => string = (value) => value,
): string {
  return typeof value === "string" && value !== "" ? `${label} ${words(value)}` : "";
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
