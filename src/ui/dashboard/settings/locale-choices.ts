const offered = [
  "en-US",
  "en-GB",
  "en-AU",
  "en-CA",
  "en-IE",
  "de-DE",
  "de-AT",
  "de-CH",
  "fr-FR",
  "fr-CA",
  "es-ES",
  "es-MX",
  "pt-PT",
  "pt-BR",
  "it-IT",
  "nl-NL",
  "el-GR",
];

/** Ways to write dates and prices, each named in its own words; the present one is always among them. */
export function localeChoices(present: string): { value: string; label: string }[] {
  const tags = offered.includes(present) ? offered : [present, ...offered];
  return tags.map((tag) => ({
    value: tag,
    label: new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag,
  }));
}
