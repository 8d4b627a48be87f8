import type { DemoStaff } from "../demo-business.ts";

/** The therapists of Physio am Park, who work on different days at each location. */
export const physioAmParkStaff: readonly DemoStaff[] = [
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
];
