import type { InvitationLetter } from "#modules/team/mint-invitation.ts";
import type { Letter } from "./letter.ts";

const roleWords = { admin: "an admin", staff: "a member of staff" } as const;

/** The letter that asks somebody to join a team (B3); its link works once, for as many days as it says. */
export function invitationLetter({
  business,
  role,
  invitedBy,
  url,
  days,
}: Omit<InvitationLetter, "email">): Letter {
  const asks = invitedBy ? `${invitedBy} asks you` : "You are asked";
  return {
    language: "en",
    sender: business.name,
    accentColor: business.accentColor,
    subject: `Join ${business.name} on Slotkeeper`,
    preview: `${asks} to join the team.`,
    heading: `Join the team of ${business.name}`,
    paragraphs: [`${asks} to join ${business.name} as ${roleWords[role]}: its calendar and appointments.`],
    facts: [],
    button: { label: "Join the team", href: url },
    notes: [
      `The link works once, for ${days} days. Do not pass it on: it signs in whoever opens it.`,
      "You do not know this business? Then do nothing.",
    ],
    contact: [],
  };
}
