import type { businessKinds } from "#modules/tenants/schema.ts";

export type Trade = (typeof businessKinds)[number];

/** A service that a template suggests. The price is in whole units of a dollar-sized currency (`price-in-currency.ts`). */
export type SuggestedService = { name: string; durationMin: number; price: number; description?: string };

/** Opening hours as people say them: the same on several weekdays (ISO, Monday is 1), in minutes from midnight. */
export type SuggestedHours = { weekdays: number[]; opens: number; closes: number }[];

export type SuggestedQuestion = { question: string; answer: string };

/** What a business of a trade begins with (A10): nothing in it is final, all of it can be booked as it is. */
export type Template = {
  /** For choosing. */
  label: string;
  examples: string;
  /** What somebody who works there is called. */
  title: string | null;
  services: SuggestedService[];
  hours: SuggestedHours;
  /** Minutes before the start until which customers may cancel or move a visit. */
  cancellationWindowMin: number;
  noticeMin: number;
  /** Minutes kept free after each visit. */
  bufferAfterMin: number;
  policyText: string;
  questions: SuggestedQuestion[];
};

const weekdays = [1, 2, 3, 4, 5];
const day = 1440;
const at = (hours: number, minutes = 0) => hours * 60 + minutes;

const pay = {
  question: "How do I pay?",
  answer: "At your visit.",
};
const change = {
  question: "How do I move or cancel a booking?",
  answer: "With the link in your confirmation e-mail, at any time of day.",
};

export const templates: Readonly<Record<Trade, Template>> = {
  salon: {
    label: "Salon",
    examples: "Hair, nails, brows, barber",
    title: "Stylist",
    services: [
      { name: "Haircut", durationMin: 45, price: 45, description: "Wash, cut and finish." },
      { name: "Cut and blow-dry", durationMin: 60, price: 60 },
      { name: "Colour", durationMin: 120, price: 110, description: "One colour, with a wash and blow-dry." },
    ],
    hours: [
      { weekdays: [2, 3, 4, 5], opens: at(9), closes: at(18) },
      { weekdays: [6], opens: at(9), closes: at(15) },
    ],
    cancellationWindowMin: day,
    noticeMin: 120,
    bufferAfterMin: 0,
    policyText: "If you are more than 15 minutes late, we may have to shorten your visit.",
    questions: [
      change,
      pay,
      {
        question: "What if I am not sure what to book?",
        answer:
          "Book a haircut and tell us in the notes what you have in mind. We call you when you need more time.",
      },
    ],
  },
  clinic: {
    label: "Clinic or practice",
    examples: "Physiotherapy, massage, therapy, dental",
    title: "Therapist",
    services: [
      {
        name: "First visit",
        durationMin: 60,
        price: 90,
        description: "We talk about your complaints, examine you and agree on what to do.",
      },
      { name: "Treatment", durationMin: 45, price: 70 },
      { name: "Short follow-up", durationMin: 30, price: 50 },
    ],
    hours: [
      { weekdays: [1, 2, 3, 4], opens: at(8), closes: at(18) },
      { weekdays: [5], opens: at(8), closes: at(14) },
    ],
    cancellationWindowMin: day,
    noticeMin: 240,
    bufferAfterMin: 10,
    policyText: "Please come 5 minutes early to your first visit. Visits that are missed may be charged.",
    questions: [
      change,
      pay,
      {
        question: "What should I bring?",
        answer: "Comfortable clothes, and letters or pictures from your doctor if you have any.",
      },
    ],
  },
  studio: {
    label: "Studio",
    examples: "Photography, tattoo, music, fitness",
    title: null,
    services: [
      { name: "Session", durationMin: 60, price: 80 },
      { name: "Long session", durationMin: 120, price: 150 },
      {
        name: "First talk",
        durationMin: 20,
        price: 0,
        description: "We get to know each other and plan what you would like.",
      },
    ],
    hours: [
      { weekdays, opens: at(10), closes: at(19) },
      { weekdays: [6], opens: at(10), closes: at(16) },
    ],
    cancellationWindowMin: 2 * day,
    noticeMin: 720,
    bufferAfterMin: 15,
    policyText: "Please be on time: the next session begins when yours ends.",
    questions: [
      change,
      pay,
      {
        question: "Can I bring somebody?",
        answer: "Yes, one person. Tell us in the notes when you book.",
      },
    ],
  },
  consultant: {
    label: "Consultant",
    examples: "Coach, lawyer, accountant, adviser",
    title: "Consultant",
    services: [
      {
        name: "First call",
        durationMin: 30,
        price: 0,
        description: "We find out whether and how I can help you.",
      },
      { name: "Consultation", durationMin: 60, price: 120 },
      { name: "Workshop, half a day", durationMin: 240, price: 450 },
    ],
    hours: [{ weekdays, opens: at(9), closes: at(17) }],
    cancellationWindowMin: day,
    noticeMin: day,
    bufferAfterMin: 15,
    policyText: "Please send documents that we should read at least one day ahead.",
    questions: [
      change,
      { question: "How do I pay?", answer: "You get an invoice after our talk." },
      {
        question: "Where do we meet?",
        answer: "At our address, or by a video call: tell us in the notes which you prefer.",
      },
    ],
  },
  tutor: {
    label: "Tutor",
    examples: "School subjects, languages, music lessons",
    title: "Teacher",
    services: [
      { name: "Trial lesson", durationMin: 30, price: 15 },
      { name: "Lesson", durationMin: 60, price: 40 },
      { name: "Double lesson", durationMin: 90, price: 55 },
    ],
    hours: [
      { weekdays, opens: at(14), closes: at(20) },
      { weekdays: [6], opens: at(10), closes: at(14) },
    ],
    cancellationWindowMin: day,
    noticeMin: 720,
    bufferAfterMin: 0,
    policyText: "Lessons begin and end on time, also when somebody is late.",
    questions: [
      change,
      pay,
      {
        question: "What should I bring?",
        answer: "What you are working on: your books, your notes, and your questions.",
      },
    ],
  },
  other: {
    label: "Something else",
    examples: "Anything that is booked by the hour",
    title: null,
    services: [
      { name: "Appointment", durationMin: 60, price: 50 },
      { name: "Short appointment", durationMin: 30, price: 30 },
    ],
    hours: [{ weekdays, opens: at(9), closes: at(17) }],
    cancellationWindowMin: day,
    noticeMin: 120,
    bufferAfterMin: 0,
    policyText: "Please let us know when you are running late.",
    questions: [change, pay],
  },
};
