/** What a plan can include beyond its limits (A1, A2), with the words that people read. */
export const features = {
  sms: "text messages",
  googleSync: "Google Calendar",
  outlookSync: "Outlook calendar",
  unbranded: "pages without “Booking by Slotkeeper”",
  widget: "the widget for any site",
  customDomain: "a domain of your own",
  webhooks: "webhooks",
  analytics: "reports",
  api: "the API",
  whiteLabel: "style sheets of your own",
} as const;

export type Feature = keyof typeof features;

export const featureNames = Object.keys(features) as [Feature, ...Feature[]];

/** Named in the plans, and not in this version yet: price lists say so. */
export const comingFeatures: ReadonlySet<Feature> = new Set([
  "sms",
  "googleSync",
  "outlookSync",
  "widget",
  "webhooks",
  "analytics",
  "api",
]);

/** Whether a word of the database is one of them: plans may name features of a later version. */
export function isFeature(word: string): word is Feature {
  return word in features;
}
