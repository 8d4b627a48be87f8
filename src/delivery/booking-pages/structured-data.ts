import { formatClock } from "#kernel/time/format-time.ts";
import type { ScheduleView } from "#modules/availability/schedule-schema.ts";
import type { Location } from "#modules/tenants/schema.ts";
import { homeAddress, pictureAddress } from "./outside-address.ts";
import type { LandingFacts } from "./present-landing.ts";

const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const typeOfKind: Record<LandingFacts["business"]["kind"], string> = {
  salon: "HairSalon",
  clinic: "MedicalBusiness",
  studio: "HealthClub",
  consultant: "ProfessionalService",
  tutor: "LocalBusiness",
  other: "LocalBusiness",
};

/** schema.org's description of the business and its questions for search engines (row A11). */
export function presentStructuredData(facts: LandingFacts): Record<string, unknown> {
  const business = describeBusiness(facts);
  if (facts.questions.length === 0) return { "@context": "https://schema.org", ...business };
  return { "@context": "https://schema.org", "@graph": [business, describeQuestions(facts.questions)] };
}

function describeQuestions(questions: LandingFacts["questions"]): Record<string, unknown> {
  const mainEntity = questions.map(({ question, answer }) => ({
    "@type": "Question",
    name: question,
    acceptedAnswer: { "@type": "Answer", text: answer },
  }));
  return { "@type": "FAQPage", mainEntity };
}

function describeBusiness(facts: LandingFacts): Record<string, unknown> {
  const { business } = facts;
  const url = homeAddress(facts.canonical);
  const places = business.locations.map((location) => placeOf(location, facts.hours.get(location.id)));
  const [first, ...others] = places;
  return defined({
    "@type": typeOfKind[business.kind],
    name: business.name,
    description: business.description ?? business.tagline,
    url,
    telephone: business.phone,
    email: business.email,
    image: business.photoUrl && pictureAddress(business.photoUrl),
    currenciesAccepted: business.currency,
    ...first,
    location: others.length > 0 ? places.map((place) => ({ "@type": "Place", ...place })) : undefined,
    potentialAction: { "@type": "ReserveAction", target: url },
  });
}

function placeOf(location: Location, schedule: ScheduleView | undefined): Record<string, unknown> {
  const { latitude, longitude } = location;
  return defined({
    address: defined({
      "@type": "PostalAddress",
      streetAddress: [location.addressLine1, location.addressLine2].filter(Boolean).join(", ") || undefined,
      addressLocality: location.city,
      addressRegion: location.region,
      postalCode: location.postalCode,
      addressCountry: location.country,
    }),
    geo:
      latitude !== null && longitude !== null
        ? { "@type": "GeoCoordinates", latitude, longitude }
        : undefined,
    openingHoursSpecification: schedule && openingHours(schedule),
  });
}

function openingHours(schedule: ScheduleView): Record<string, unknown>[] {
  return schedule.week.flatMap(({ weekday, intervals }) =>
    intervals.map(({ startMinute, endMinute }) => ({
      "@type": "OpeningHoursSpecification",
      dayOfWeek: dayNames[weekday - 1],
      opens: formatClock(startMinute),
      closes: formatClock(endMinute % 1440 || 1439),
    })),
  );
}

/** Without what is not known. */
function defined(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== null),
  );
}
