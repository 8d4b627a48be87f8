import type { LoginChange } from "#modules/accounts/schema.ts";
import type { Letter } from "./letter.ts";

const productColor = "#2f6f5e";

const words: Record<LoginChange, { subject: string; text: string }> = {
  passwordChanged: {
    subject: "Your password was changed",
    text: "The password of your login was changed, and every other browser was signed out.",
  },
  totpAdded: {
    subject: "An authenticator app was added to your login",
    text: "From now on, signing in asks for a code of your authenticator app.",
  },
  totpRemoved: {
    subject: "The authenticator app was removed from your login",
    text: "Signing in asks for no code of an authenticator app any more.",
  },
  passkeyAdded: {
    subject: "A passkey was added to your login",
    text: "A passkey was added. It signs in by itself, and is asked for after your password.",
  },
  passkeyRemoved: {
    subject: "A passkey was removed from your login",
    text: "A passkey was removed. It does not sign in any more.",
  },
  recoveryCodesRenewed: {
    subject: "Your login has new recovery codes",
    text: "New recovery codes were made. The former ones do not work any more.",
  },
};

/** The letter that tells a login's owner of a change, so that nobody else's goes unnoticed (row O). */
export function loginNotice({ change, url }: { change: LoginChange; url: string }): Letter {
  const { subject, text } = words[change];
  return {
    language: "en",
    sender: "Slotkeeper",
    accentColor: productColor,
    subject,
    preview: "If this was you, there is nothing to do.",
    heading: subject,
    paragraphs: [text, "If this was you, there is nothing to do."],
    facts: [],
    button: { label: "Look at your login", href: url },
    notes: ["It was not you? Sign in by a link, change your password and sign out everywhere."],
    contact: [],
  };
}
