/** A term of another product, as its maker publishes it, with the page that says so. */
export type PublishedTerm = { product: string; term: string; source: string; page: string };

/** What we do where others differ. */
export type ComparedTopic = { topic: string; ours: string; others: readonly PublishedTerm[] };

/** When the pages were last read. */
export const comparedOn = "November 2026";

const calendly = {
  product: "Calendly",
  page: "https://help.calendly.com/hc/en-us/articles/15444548082711-Billing-overview",
  source: "Calendly help, Billing overview",
};
const square = {
  product: "Square Appointments",
  page: "https://squareup.com/help/us/en/article/6359-square-appointments-subscription-options",
  source: "Square support, Square Appointments Pricing",
};
const acuity = {
  product: "Acuity Scheduling",
  page: "https://help.acuityscheduling.com/hc/articles/16676868867085",
  source: "Acuity help, Billing",
};
const fresha = {
  product: "Fresha",
  page: "https://support.fresha.com/hc/en-us/articles/4402096033938",
  source: "Fresha support, New client fees",
};
const simplybook = {
  product: "SimplyBook.me",
  page: "https://help.simplybook.me/index.php/Important_for_Free_accounts",
  source: "SimplyBook.me help, Important for Free accounts",
};

/** Slotkeeper beside others, by their own published terms (A11). What could not be found is left out. */
export const comparison: readonly ComparedTopic[] = [
  {
    topic: "What the price counts",
    ours: "One price a month for the business, with a number of locations and staff members in each plan.",
    others: [
      { ...calendly, term: "Every seat of the account is charged, whether somebody uses it or not." },
      { ...square, term: "$0 for a single location; $29 (Plus) or $69 (Premium) a month for each location." },
    ],
  },
  {
    topic: "After the trial",
    ours: "You are on the free plan: your page keeps taking up to 30 bookings a month, and nothing is deleted.",
    others: [
      { ...calendly, term: "Two weeks of the Teams plan, then the free plan; paid features are turned off." },
      { ...acuity, term: "What you made is saved, but a plan must be bought for clients to go on booking." },
    ],
  },
  {
    topic: "The free plan",
    ours: "Has no end and needs no renewal.",
    others: [
      {
        ...simplybook,
        term: "Is renewed by hand each month; accounts that expired more than three months ago are deleted.",
      },
    ],
  },
  {
    topic: "Commission",
    ours: "None.",
    others: [
      {
        ...fresha,
        term: "20 % (50 % in the UAE), once, of a new client's first booking through its marketplace; none on bookings by your own link.",
      },
    ],
  },
  {
    topic: "Running it yourself",
    ours: "The whole product is free software (AGPL): one command, your own server, no limits.",
    others: [],
  },
];
