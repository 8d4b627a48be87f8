import type { DemoStaff } from "../demo-business.ts";

/** The stylists of Harlow & Vine. */
export const harlowAndVineStaff: readonly DemoStaff[] = [
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
    maxPerDay: 7,
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
];
