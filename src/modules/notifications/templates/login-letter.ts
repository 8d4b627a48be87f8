import type { Letter } from "./letter.ts";

const productColor = "#2f6f5e";

/** The letter with a link that signs in; it works once, for `minutes`. */
export function loginLetter(link: { url: string; minutes: number }): Letter {
  return {
    language: "en",
    sender: "Slotkeeper",
    accentColor: productColor,
    subject: "Your sign-in link",
    preview: "Open it on the device on which you want to sign in.",
    heading: "Sign in to Slotkeeper",
    paragraphs: [`Press the button to sign in. The link works once, for ${link.minutes} minutes.`],
    facts: [],
    button: { label: "Sign in", href: link.url },
    notes: ["You did not ask for this? Then do nothing: without the link nobody can sign in with it."],
    contact: [],
  };
}
