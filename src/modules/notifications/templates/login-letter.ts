import type { Letter } from "./letter.ts";

const productColor = "#2f6f5e";

export type LoginLetterInput = {
  /** `alreadyHere`: somebody with a login asked for one on the sign-up page. */
  kind: "signIn" | "signUp" | "alreadyHere";
  /** The address that the button opens, made for this letter. It works once, for `minutes`. */
  url: string;
  minutes: number;
};

type Words = Pick<Letter, "subject" | "preview" | "heading"> & { text: string; label: string; note: string };

const words: Record<LoginLetterInput["kind"], Words> = {
  signIn: {
    subject: "Your sign-in link",
    preview: "Open it on the device on which you want to sign in.",
    heading: "Sign in to Slotkeeper",
    text: "Press the button to sign in.",
    label: "Sign in",
    note: "You did not ask for this? Then do nothing: without the link nobody can sign in with it.",
  },
  signUp: {
    subject: "Confirm your e-mail address",
    preview: "One more click, and you can set up your booking page.",
    heading: "Welcome to Slotkeeper",
    text: "Press the button to confirm your e-mail address and set up your booking page.",
    label: "Confirm and continue",
    note: "You did not ask for this? Then do nothing: nothing is made of your address.",
  },
  alreadyHere: {
    subject: "You have a Slotkeeper login already",
    preview: "This link signs you in.",
    heading: "You are here already",
    text: "Somebody, probably you, wanted to sign up with this address. It has a login already: press the button to sign in.",
    label: "Sign in",
    note: "You did not ask for this? Then do nothing: without the link nobody can sign in with it.",
  },
};

/** The letter with a link that signs in or, for an address without a login, makes one (A2, row O). */
export function loginLetter({ kind, url, minutes }: LoginLetterInput): Letter {
  const { text, label, note, ...head } = words[kind];
  return {
    language: "en",
    sender: "Slotkeeper",
    accentColor: productColor,
    ...head,
    paragraphs: [`${text} The link works once, for ${minutes} minutes.`],
    facts: [],
    button: { label, href: url },
    notes: [note],
    contact: [],
  };
}
