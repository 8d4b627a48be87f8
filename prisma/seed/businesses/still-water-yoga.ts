import type { DemoBusiness } from "../demo-business.ts";
import { worldNames } from "../names.ts";

/** A yoga studio in Sydney for private and small-group sessions, early mornings and late evenings. */
export const stillWaterYoga: DemoBusiness = {
  slug: "still-water-yoga",
  name: "Still Water Yoga",
  kind: "studio",
  tagline: "One-to-one yoga by the sea in Bronte",
  description:
    "A small studio two streets from Bronte Beach. No mirrors, no crowds: private and shared sessions built around your body, your week and how you slept. Mats, props and tea are here; bring yourself.",
  phone: "+61 2 5550 4417",
  timeZone: "Australia/Sydney",
  currency: "AUD",
  locale: "en-AU",
  accentColor: "#1a7a80",
  cancellationWindowMin: 720,
  noticeMin: 60,
  horizonDays: 60,
  policyText:
    "You can cancel or move a session up to 12 hours before it starts; after that the session is charged in full. The door closes when the session begins, so please come ten minutes early. Tell us about injuries or a pregnancy before we start.",
  owner: "Isla Moreau",
  locations: [
    {
      key: "bronte",
      name: "Bronte studio",
      addressLine1: "9 Macpherson Lane",
      addressLine2: "Level 1",
      city: "Bronte",
      region: "NSW",
      postalCode: "2024",
      country: "AU",
      latitude: -33.9035,
      longitude: 151.2596,
      phone: "+61 2 5550 4417",
      hours: [
        {
          days: [1, 2, 3, 4, 5],
          intervals: [
            ["06:00", "13:00"],
            ["15:00", "20:30"],
          ],
        },
        { days: [6], intervals: [["07:00", "14:00"]] },
        { days: [7], intervals: [["08:00", "12:00"]] },
      ],
    },
  ],
  categories: [
    {
      name: "Private sessions",
      services: [
        {
          name: "Private yoga",
          description: "An hour built around you: strength, ease or both. All levels, first-timers welcome.",
          durationMin: 60,
          priceMinor: 12000,
          bufferAfterMin: 15,
          popularity: 6,
        },
        {
          name: "Deep dive, 90 minutes",
          description: "Longer holds, longer rest. Asana, breath and a guided relaxation.",
          durationMin: 90,
          priceMinor: 16500,
          bufferAfterMin: 15,
          staff: ["isla", "kenji"],
          popularity: 2,
        },
        {
          name: "Sunrise reset",
          description: "Forty-five quiet minutes before the city wakes. Sun salutations and breath.",
          durationMin: 45,
          priceMinor: 9500,
          bufferAfterMin: 15,
          popularity: 3,
        },
        {
          name: "Duo session",
          description: "Share the hour with a partner or friend. The price is for both of you.",
          durationMin: 60,
          priceMinor: 15000,
          bufferAfterMin: 15,
          popularity: 2,
        },
      ],
    },
    {
      name: "Breath & rest",
      services: [
        {
          name: "Breathwork",
          description: "Guided pranayama for sleep, stress and stamina. No flexibility required.",
          durationMin: 45,
          priceMinor: 8800,
          bufferAfterMin: 15,
          staff: ["kenji", "amara"],
          popularity: 2,
        },
        {
          name: "Yin & restorative",
          description: "Bolsters, blankets and five poses. For tired bodies and full heads.",
          durationMin: 75,
          priceMinor: 13000,
          bufferAfterMin: 15,
          staff: ["amara", "isla"],
          popularity: 3,
        },
      ],
    },
    {
      name: "Therapeutic",
      services: [
        {
          name: "Prenatal yoga",
          description: "From week 14, with a teacher trained for every trimester.",
          durationMin: 60,
          priceMinor: 12500,
          bufferAfterMin: 15,
          staff: ["amara"],
          popularity: 2,
        },
        {
          name: "Back care",
          description: "Gentle mobility and strength after back pain, in step with your physio.",
          durationMin: 60,
          priceMinor: 13000,
          bufferAfterMin: 15,
          staff: ["isla"],
          popularity: 2,
        },
        {
          name: "First conversation",
          description: "Twenty minutes by phone to find out what would help. Free, no strings.",
          durationMin: 20,
          priceMinor: 0,
          popularity: 1,
        },
      ],
    },
  ],
  staff: [
    {
      key: "isla",
      name: "Isla Moreau",
      title: "Founder, senior teacher",
      bio: "Two decades of practice, 1,500 hours of yoga therapy training, and a soft spot for people who say they are not flexible.",
      color: "#1098ad",
      hours: [
        {
          location: "bronte",
          days: [1, 3, 5],
          intervals: [
            ["06:00", "11:30"],
            ["15:30", "18:30"],
          ],
        },
        { location: "bronte", days: [6], intervals: [["07:00", "12:00"]] },
      ],
      timeOff: [{ inDays: 20, days: 5, reason: "Retreat in the Blue Mountains" }],
    },
    {
      key: "kenji",
      name: "Kenji Watanabe",
      title: "Breath & strength",
      bio: "Former free diver. Teaches slow, precise sequences and the art of a long exhale.",
      color: "#f76707",
      hours: [
        {
          location: "bronte",
          days: [1, 2, 4],
          intervals: [
            ["06:00", "10:00"],
            ["16:00", "20:30"],
          ],
        },
        { location: "bronte", days: [7], intervals: [["08:00", "12:00"]] },
      ],
      timeOff: [{ inDays: 5, days: 1, reason: "Ocean swim", hours: ["06:00", "08:00"] }],
    },
    {
      key: "amara",
      name: "Amara Reid",
      title: "Prenatal & restorative",
      bio: "Midwife turned yoga teacher. Warm hands, low lights, no rush.",
      color: "#9c36b5",
      hours: [
        {
          location: "bronte",
          days: [2, 4, 5],
          intervals: [
            ["09:00", "13:00"],
            ["15:00", "19:00"],
          ],
        },
        { location: "bronte", days: [6], intervals: [["08:00", "14:00"]] },
      ],
    },
  ],
  customers: {
    count: 120,
    daysBetweenVisits: 4,
    phone: (n) => `+61 2 7010 ${String(1000 + n * 7)}`,
    ...worldNames,
    notes: [
      "Week 22, mild hip pain.",
      "Prefers the room by the window.",
      "No headstands: neck injury in 2019.",
      "Comes straight from night shift, keep it slow.",
    ],
  },
};
