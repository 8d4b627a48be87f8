/** A link that was mailed to an address within the past hour. */
export type MailedLink = { sentAt: number; used: boolean };

const minute = 60_000;

/** Links an hour that follow each other as closely as one a minute. */
const quickOnes = 5;

/**
 * Whether another link is mailed to an address that was asked for (row O), so that somebody else's asking floods no
 * inbox and keeps nobody out: none within a minute of the last, nor within five once five were mailed in the hour. Links
 * work for ten minutes, so whoever asks has one that works for at least five more, or gets a new one. One that was used
 * is no help and does not count.
 */
export function mayMailLink(pastHour: readonly MailedLink[], now: number): boolean {
  const latest = Math.max(...pastHour.filter(({ used }) => !used).map(({ sentAt }) => sentAt));
  const pause = pastHour.length < quickOnes ? minute : 5 * minute;
  return now - latest >= pause;
}
