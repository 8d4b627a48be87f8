/** The sites of this builder. In a real one they stand in its database; here they are three lines of work each. */
export type Site = {
  /** Our own id of the site: the platform knows the business by it. */
  reference: string;
  name: string;
  tagline: string;
  /** The site's host; its /book is the booking page. */
  host: string;
  trade: "studio" | "salon" | "clinic" | "consultant" | "tutor" | "other";
  plan: string;
  timezone: string;
  currency: string;
  address: { line1: string; city: string; postal_code: string; country: string };
  owner: { name: string; email: string };
  staff: { name: string; email: string; title: string }[];
  services: { slug: string; name: string; description: string; minutes: number; cents: number }[];
  /** From Monday to Saturday. */
  opens: string;
  closes: string;
};

export const sites: Site[] = [
  {
    reference: "ana-yoga",
    name: "Ana Yoga",
    tagline: "Slow mornings, strong backs.",
    host: "ana-yoga.sites.localhost",
    trade: "studio",
    plan: "integrated-starter",
    timezone: "Europe/Lisbon",
    currency: "EUR",
    address: { line1: "Rua do Sol 12", city: "Lisboa", postal_code: "1250-096", country: "PT" },
    owner: { name: "Ana Reis", email: "ana@ana-yoga.example" },
    staff: [{ name: "Ana Reis", email: "ana@ana-yoga.example", title: "Teacher" }],
    services: [
      {
        slug: "private-lesson",
        name: "Private lesson",
        description: "One to one.",
        minutes: 60,
        cents: 4500,
      },
      {
        slug: "back-care",
        name: "Back care",
        description: "For desks and drivers.",
        minutes: 45,
        cents: 3500,
      },
    ],
    opens: "08:00",
    closes: "18:00",
  },
  {
    reference: "bruno-barber",
    name: "Bruno Barber",
    tagline: "A good cut, and the news of the street.",
    host: "bruno-barber.sites.localhost",
    trade: "salon",
    plan: "integrated-pro",
    timezone: "Europe/Rome",
    currency: "EUR",
    address: { line1: "Via dei Fiori 3", city: "Roma", postal_code: "00153", country: "IT" },
    owner: { name: "Bruno Conti", email: "bruno@bruno-barber.example" },
    staff: [
      { name: "Bruno Conti", email: "bruno@bruno-barber.example", title: "Barber" },
      { name: "Gio Ferri", email: "gio@bruno-barber.example", title: "Barber" },
    ],
    services: [
      { slug: "cut", name: "Cut", description: "Wash and cut.", minutes: 30, cents: 2800 },
      { slug: "shave", name: "Shave", description: "Hot towel, sharp blade.", minutes: 30, cents: 2200 },
    ],
    opens: "09:00",
    closes: "19:00",
  },
  {
    // A domain of its own, not below ours.
    reference: "carla-pilates",
    name: "Carla Pilates",
    tagline: "Eight reformers above the harbour.",
    host: "www.carla-pilates.localhost",
    trade: "studio",
    plan: "integrated-pro",
    timezone: "America/New_York",
    currency: "USD",
    address: { line1: "48 Harbor Street", city: "Portland", postal_code: "04101", country: "US" },
    owner: { name: "Carla Diaz", email: "carla@carla-pilates.example" },
    staff: [{ name: "Carla Diaz", email: "carla@carla-pilates.example", title: "Instructor" }],
    services: [
      { slug: "reformer", name: "Reformer session", description: "One to one.", minutes: 50, cents: 9500 },
      {
        slug: "first-visit",
        name: "First visit",
        description: "We meet and make a plan.",
        minutes: 30,
        cents: 0,
      },
    ],
    opens: "07:00",
    closes: "20:00",
  },
];

/** The site that a request is for, by its `Host`. */
export function siteOf(hostHeader: string | undefined): Site | undefined {
  const host = hostHeader?.toLowerCase().replace(/:\d+$/, "");
  return sites.find((site) => site.host === host);
}
