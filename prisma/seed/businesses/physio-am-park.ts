import type { DemoBusiness } from "../demo-business.ts";
import { berlinNames } from "../names.ts";

const weekdays = [1, 2, 3, 4, 5] as const;

/** A physiotherapy practice in Berlin: two locations, therapists who work on different days at each. */
export const physioAmPark: DemoBusiness = {
  slug: "physio-am-park",
  name: "Physio am Park",
  kind: "clinic",
  tagline: "Physiotherapy that gets you moving again",
  description:
    "Five therapists, two bright practices next to the park. We take 30 minutes for every treatment instead of 20, explain what we find in plain words, and send you home with exercises you will actually do. Private patients, self-payers and all statutory insurers with a prescription.",
  phone: "+49 30 23125 140",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  locale: "en-GB",
  accentColor: "#3f7a2c",
  cancellationWindowMin: 1440,
  noticeMin: 180,
  horizonDays: 60,
  policyText:
    "Please cancel or move your appointment at least 24 hours ahead; treatments missed without notice are charged at the full rate. Bring your prescription (if you have one), a towel and comfortable clothes. Arrive five minutes early for your first visit.",
  owner: "Hanna Vogt",
  locations: [
    {
      key: "volkspark",
      name: "Volkspark Wilmersdorf",
      addressLine1: "Am Volkspark 31",
      addressLine2: "Courtyard, ground floor",
      city: "Berlin",
      postalCode: "10715",
      country: "DE",
      latitude: 52.4837,
      longitude: 13.3279,
      phone: "+49 30 23125 140",
      hours: [
        { days: [1, 2, 3, 4], intervals: [["07:30", "20:00"]] },
        { days: [5], intervals: [["07:30", "16:00"]] },
      ],
    },
    {
      key: "friedrichshain",
      name: "Volkspark Friedrichshain",
      addressLine1: "Am Friedrichshain 18",
      city: "Berlin",
      postalCode: "10407",
      country: "DE",
      latitude: 52.5297,
      longitude: 13.4306,
      phone: "+49 30 23125 180",
      hours: [
        { days: weekdays, intervals: [["08:00", "19:00"]] },
        { days: [6], intervals: [["09:00", "13:00"]] },
      ],
    },
  ],
  categories: [
    {
      name: "Treatments",
      services: [
        {
          name: "First assessment",
          description: "History, movement tests and a treatment plan in writing. Start here if you are new.",
          durationMin: 60,
          priceMinor: 9800,
          bufferAfterMin: 10,
          popularity: 2,
        },
        {
          name: "Physiotherapy",
          description: "Individual treatment with active exercises, as prescribed or as agreed in your plan.",
          durationMin: 30,
          priceMinor: 5200,
          popularity: 8,
        },
        {
          name: "Manual therapy",
          description: "Joint mobilisation and soft-tissue work for back, neck, shoulder and hip.",
          durationMin: 30,
          priceMinor: 5800,
          staff: ["hanna", "jonas", "emre"],
          popularity: 6,
        },
        {
          name: "Lymphatic drainage",
          description: "Gentle decongestion after surgery or injury, with bandaging when needed.",
          durationMin: 45,
          priceMinor: 6400,
          bufferAfterMin: 5,
          staff: ["sofia", "jonas"],
          popularity: 3,
        },
        {
          name: "Pelvic floor therapy",
          description:
            "During and after pregnancy, after surgery, or simply because it helps. Quiet single room.",
          durationMin: 45,
          priceMinor: 7400,
          bufferAfterMin: 10,
          staff: ["sofia"],
          locations: ["friedrichshain"],
          popularity: 3,
        },
      ],
    },
    {
      name: "Sport & rehab",
      services: [
        {
          name: "Sports physiotherapy",
          description: "For runners, climbers and team players: load planning, taping, return to sport.",
          durationMin: 45,
          priceMinor: 7800,
          bufferAfterMin: 5,
          staff: ["emre", "kwame"],
          popularity: 3,
        },
        {
          name: "Strength rehab on equipment",
          description: "One hour on the training floor with a therapist beside you.",
          durationMin: 60,
          priceMinor: 6900,
          staff: ["kwame", "emre"],
          locations: ["volkspark"],
          popularity: 3,
        },
        {
          name: "Running analysis",
          description: "Video on the treadmill, strength screening, and a plan for the next eight weeks.",
          durationMin: 75,
          priceMinor: 13900,
          bufferBeforeMin: 10,
          bufferAfterMin: 15,
          slotIntervalMin: 30,
          staff: ["emre"],
          locations: ["volkspark"],
          popularity: 0.8,
        },
      ],
    },
    {
      name: "Wellbeing",
      services: [
        {
          name: "Classic massage",
          description: "Back, neck and shoulders, no prescription needed.",
          durationMin: 30,
          priceMinor: 4200,
          bufferAfterMin: 5,
          staff: ["jonas", "sofia", "kwame"],
          popularity: 3,
        },
        {
          name: "Heat pack & massage",
          description: "Twenty minutes of warm moor pack, then thirty minutes of massage.",
          durationMin: 50,
          priceMinor: 5900,
          bufferAfterMin: 10,
          staff: ["jonas", "sofia"],
          locations: ["friedrichshain"],
          popularity: 1,
        },
        {
          name: "Workplace posture check",
          description: "A video call about your desk, your chair and your neck, with a written summary.",
          durationMin: 30,
          priceMinor: 4500,
          requiresApproval: true,
          staff: ["hanna"],
          popularity: 0.4,
        },
      ],
    },
  ],
  staff: [
    {
      key: "hanna",
      name: "Hanna Vogt",
      title: "Lead physiotherapist, MSc",
      bio: "Spine and posture. Opened the practice in 2014 after ten years in hospitals; still treats four days a week.",
      color: "#2f9e44",
      hours: [
        {
          location: "volkspark",
          days: [1, 2],
          intervals: [
            ["08:00", "12:30"],
            ["13:30", "17:00"],
          ],
        },
        {
          location: "friedrichshain",
          days: [4],
          intervals: [
            ["09:00", "13:00"],
            ["14:00", "18:00"],
          ],
        },
        { location: "volkspark", days: [5], intervals: [["08:00", "14:00"]] },
      ],
      timeOff: [{ inDays: 17, days: 4, reason: "Vacation" }],
      noticeMin: 1440,
    },
    {
      key: "emre",
      name: "Emre Yıldız",
      title: "Sports physiotherapist",
      bio: "Looks after two second-league clubs and a lot of Sunday runners. Marathon best 2:51, knees intact.",
      color: "#1c7ed6",
      hours: [
        {
          location: "volkspark",
          days: [1, 3],
          intervals: [
            ["11:00", "15:00"],
            ["15:30", "20:00"],
          ],
        },
        {
          location: "volkspark",
          days: [4],
          intervals: [
            ["07:30", "12:00"],
            ["12:30", "15:30"],
          ],
        },
        {
          location: "friedrichshain",
          days: [2, 5],
          intervals: [
            ["09:00", "13:00"],
            ["13:45", "17:30"],
          ],
        },
      ],
      timeOff: [{ inDays: 4, days: 1, reason: "Team physical", hours: ["15:00", "20:00"] }],
    },
    {
      key: "jonas",
      name: "Jonas Brandt",
      title: "Manual therapist",
      bio: "Shoulders, necks and the headaches that come with them. Calm hands, dry jokes.",
      color: "#f08c00",
      hours: [
        {
          location: "friedrichshain",
          days: [1, 2, 3],
          intervals: [
            ["08:00", "12:00"],
            ["13:00", "17:00"],
          ],
        },
        {
          location: "volkspark",
          days: [4],
          intervals: [
            ["12:00", "16:00"],
            ["16:30", "20:00"],
          ],
        },
      ],
    },
    {
      key: "sofia",
      name: "Sofia Marques",
      title: "Pelvic health & lymph therapist",
      bio: "Gentle, thorough and hard to embarrass. Speaks German, English and Portuguese.",
      color: "#d6336c",
      hours: [
        {
          location: "friedrichshain",
          days: [1, 3, 5],
          intervals: [
            ["09:00", "13:00"],
            ["13:30", "16:30"],
          ],
        },
        { location: "friedrichshain", days: [6], intervals: [["09:00", "13:00"]] },
        {
          location: "volkspark",
          days: [2],
          intervals: [
            ["10:00", "14:00"],
            ["15:00", "19:00"],
          ],
        },
      ],
      timeOff: [{ inDays: 31, days: 3, reason: "Course in Leipzig" }],
    },
    {
      key: "kwame",
      name: "Kwame Mensah",
      title: "Rehab & strength",
      bio: "Former decathlete. Believes that most backs need more load, not less, and shows you how.",
      color: "#7950f2",
      hours: [
        {
          location: "volkspark",
          days: [2, 3, 4],
          intervals: [
            ["12:00", "16:00"],
            ["16:30", "20:00"],
          ],
        },
        {
          location: "volkspark",
          days: [5],
          intervals: [
            ["08:00", "12:00"],
            ["12:30", "16:00"],
          ],
        },
      ],
    },
  ],
  customers: {
    count: 240,
    daysBetweenVisits: 3,
    phone: (n) => `+49 30 23125 ${String(200 + (n % 800)).padStart(3, "0")}`,
    ...berlinNames,
    notes: [
      "Prescription: 6 × manual therapy, valid until the end of the quarter.",
      "Right knee, ACL repair in August.",
      "Invoice to the private insurer, monthly.",
      "Please no prone position.",
      "Needs the room on the ground floor.",
    ],
  },
};
