/** Characters of a person's name that are kept. */
const longestName = 80;

/** What a new login is called: the name that was given, else the part of the e-mail address before the @ (A2). */
export function loginName(given: string | null | undefined, email: string): string {
  const name = (given ?? "").replaceAll(/\s+/g, " ").trim();
  return (name || email.split("@")[0] || email).slice(0, longestName);
}
