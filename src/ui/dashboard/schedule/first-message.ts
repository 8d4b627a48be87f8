/** The first of several messages, for forms that show one. */
export function firstMessage(fields: Record<string, string>): string {
  return Object.values(fields)[0] ?? "Check what you entered.";
}
