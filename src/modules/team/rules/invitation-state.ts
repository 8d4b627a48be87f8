/** Days for which the link of an invitation works (B3). */
export const invitationDays = 7;

/** The instant at which a link that is sent at `now` (epoch ms) ends. */
export function invitationExpiry(now: number): Date {
  return new Date(now + invitationDays * 24 * 60 * 60 * 1000);
}

export type InvitationState = "open" | "accepted" | "revoked" | "expired";

/** What has become of an invitation at `now` (epoch ms). */
export function invitationState(
  { acceptedAt, revokedAt, expiresAt }: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: number,
): InvitationState {
  if (acceptedAt) return "accepted";
  if (revokedAt) return "revoked";
  return expiresAt.getTime() <= now ? "expired" : "open";
}
