import type { DemoBusiness } from "../demo-business.ts";
import { worldNames } from "../names.ts";

const weekdays = [2, 3, 4, 5] as const;

/** A hair salon in New York with four stylists, closed on Mondays. */
export const harlowAndVine: DemoBusiness = {
  slug: "harlow-and-vine",
  name: "Harlow & Vine",
  kind: "salon",
  tagline: "Hair, unhurried, on the Lower East Side",
  description:
    "A four-chair salon on Orchard Street. We book one guest at a time, talk before we cut, and use plant-based color that is kind to hair and scalp. Coffee from around the corner, no loud music, no upselling.",
  phone: "+1 212 555 0142",
  timeZone: "America/New_York",
  currency: "USD",
  locale: "en-US",
  accentColor: "#8c3b4a",
  cancellationWindowMin: 1440,
  noticeMin: 120,
  horizonDays: 90,
  policyText:
    "Plans change: reschedule or cancel free of charge until 24 hours before your appointment. If you are running more than 15 minutes late, we may need to shorten the service so that the next guest starts on time. Color guests: a patch test is required 48 hours before your first visit.",
  owner: "Mara Ellison",
  locations: [
    {
      key: "orchard",
      name: "Orchard Street",
      addressLine1: "148 Orchard Street",
      city: "New York",
      region: "NY",
      postalCode: "10002",
      country: "US",
      latitude: 40.7204,
      longitude: -73.9886,
      phone: "+1 212 555 0142",
      hours: [
        { days: weekdays, intervals: [["09:00", "20:00"]] },
        { days: [6], intervals: [["09:00", "18:00"]] },
        { days: [7], intervals: [["10:00", "17:00"]] },
      ],
    },
  ],
  categories: [
    {
      name: "Cut & style",
      services: [
        {
          name: "Signature cut",
          description: "Consultation, wash, precision cut and blow-dry. For any length and texture.",
          durationMin: 60,
          priceMinor: 9500,
          bufferAfterMin: 10,
          popularity: 6,
        },
        {
          name: "Short cut & fade",
          description: "Clipper and scissor work, neck shave with hot towel, styled to leave.",
          durationMin: 40,
          priceMinor: 6200,
          bufferAfterMin: 5,
          staff: ["luca", "theo", "mara"],
          popularity: 5,
        },
        {
          name: "Curl cut & definition",
          description: "Dry cut shaped curl by curl, deep hydration, and how to keep it up at home.",
          durationMin: 75,
          priceMinor: 12500,
          bufferAfterMin: 15,
          staff: ["priya", "mara"],
          popularity: 3,
        },
        {
          name: "Fringe trim",
          description: "A tidy between cuts. Free for our regular cut guests within four weeks.",
          durationMin: 15,
          priceMinor: 2000,
          popularity: 1,
        },
        {
          name: "Blow-dry",
          description: "Wash and a smooth, bouncy or wavy finish that lasts.",
          durationMin: 45,
          priceMinor: 5500,
          bufferAfterMin: 5,
          popularity: 3,
        },
      ],
    },
    {
      name: "Color",
      services: [
        {
          name: "Root touch-up",
          description: "Up to an inch and a half of regrowth, matched to your color, with a gloss to finish.",
          durationMin: 90,
          priceMinor: 11000,
          bufferAfterMin: 10,
          staff: ["theo", "mara", "priya"],
          popularity: 3,
        },
        {
          name: "Half-head highlights",
          description: "Fine foils around face and crown, toner and blow-dry included.",
          durationMin: 120,
          priceMinor: 19500,
          bufferAfterMin: 15,
          staff: ["theo", "mara"],
          popularity: 2,
        },
        {
          name: "Balayage",
          description: "Hand-painted, lived-in lightness. Toner, bond care and blow-dry included.",
          durationMin: 180,
          priceMinor: 28500,
          bufferAfterMin: 15,
          slotIntervalMin: 30,
          staff: ["theo"],
          popularity: 1.5,
        },
        {
          name: "Color correction",
          description: "For color that went wrong. We look at your photos first and call you with a plan.",
          durationMin: 240,
          priceMinor: 42000,
          bufferAfterMin: 30,
          slotIntervalMin: 60,
          requiresApproval: true,
          staff: ["theo"],
          popularity: 0.3,
        },
      ],
    },
    {
      name: "Care & occasions",
      services: [
        {
          name: "Scalp & repair ritual",
          description: "Exfoliation, steam, protein mask and a long head massage.",
          durationMin: 50,
          priceMinor: 7800,
          bufferAfterMin: 10,
          staff: ["priya", "mara", "luca"],
          popularity: 1.5,
        },
        {
          name: "Occasion styling",
          description: "Updos and soft waves for weddings, galas and evenings out.",
          durationMin: 75,
          priceMinor: 13500,
          bufferAfterMin: 10,
          staff: ["priya", "mara"],
          popularity: 1,
        },
        {
          name: "Color consultation",
          description: "Fifteen minutes to talk through a change, with a patch test. On the house.",
          durationMin: 15,
          priceMinor: 0,
          staff: ["theo", "mara"],
          popularity: 1,
        },
      ],
    },
  ],
  staff: [
    {
      key: "mara",
      name: "Mara Ellison",
      title: "Founder, master stylist",
      bio: "Twenty years behind the chair, the last eight on Orchard Street. Known for cuts that still sit right ten weeks later.",
      color: "#c2255c",
      hours: [
        {
          location: "orchard",
          days: [2, 4],
          intervals: [
            ["10:00", "14:00"],
            ["14:45", "19:00"],
          ],
        },
        {
          location: "orchard",
          days: [3, 5],
          intervals: [
            ["09:00", "13:00"],
            ["13:45", "17:30"],
          ],
        },
      ],
      timeOff: [{ inDays: 24, days: 5, reason: "Vacation" }],
      noticeMin: 240,
    },
    {
      key: "theo",
      name: "Theo Okafor",
      title: "Color specialist",
      bio: "Trained in London, certified in bond-safe lightening. Happiest with a bowl of three toners and a patient guest.",
      color: "#e8590c",
      hours: [
        {
          location: "orchard",
          days: [2, 3, 5],
          intervals: [
            ["09:30", "13:30"],
            ["14:15", "18:30"],
          ],
        },
        {
          location: "orchard",
          days: [6],
          intervals: [
            ["09:00", "13:00"],
            ["13:30", "18:00"],
          ],
        },
      ],
      timeOff: [{ inDays: 6, days: 1, reason: "Color training", hours: ["14:00", "19:00"] }],
    },
    {
      key: "priya",
      name: "Priya Raman",
      title: "Senior stylist, curls",
      bio: "Curls, coils and waves, cut dry and never thinned. Runs our monthly curl night.",
      color: "#7048e8",
      hours: [
        {
          location: "orchard",
          days: [3, 4, 5],
          intervals: [
            ["11:00", "15:00"],
            ["15:45", "20:00"],
          ],
        },
        {
          location: "orchard",
          days: [6],
          intervals: [
            ["09:30", "13:30"],
            ["14:15", "17:30"],
          ],
        },
        { location: "orchard", days: [7], intervals: [["10:00", "17:00"]] },
      ],
      timeOff: [{ inDays: 38, days: 3, reason: "Family visit" }],
    },
    {
      key: "luca",
      name: "Luca Bennett",
      title: "Stylist, short hair",
      bio: "Fades, crops and everything above the collar. A quick eye and a steady hand, mornings and weekends.",
      color: "#0c8599",
      hours: [
        {
          location: "orchard",
          days: [2, 4, 5],
          intervals: [
            ["09:00", "13:00"],
            ["13:30", "17:00"],
          ],
        },
        {
          location: "orchard",
          days: [6, 7],
          intervals: [
            ["10:00", "13:30"],
            ["14:00", "17:00"],
          ],
        },
      ],
      timeOff: [{ inDays: 3, days: 1, reason: "Dentist", hours: ["09:00", "11:00"] }],
    },
  ],
  customers: {
    count: 280,
    daysBetweenVisits: 12,
    phone: (n) => `+1 ${["212", "646", "917", "347"][n % 4]} 555 01${String(n % 100).padStart(2, "0")}`,
    ...worldNames,
    notes: [
      "Allergic to PPD: plant color only.",
      "Likes a quiet appointment.",
      "Parting on the left, do not cut above the ears.",
      "Growing out a bob, next trim in eight weeks.",
      "Gloss 9.1 with 6 vol, 12 minutes.",
      "Prefers oat milk.",
    ],
  },
};
