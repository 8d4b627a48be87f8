import { setCookie } from "./cookies.ts";

/** Keeps the e-mail that was typed while the page is shown again; minutes, then it is gone. */
export const typedEmailCookie = "slotkeeper-typed-email";

const minutesKept = 5;

/** `page`: the page that shows it again; no other gets it. */
export function typedEmail(page: string, email: string): string {
  const value = encodeURIComponent(email.slice(0, 254));
  return setCookie(typedEmailCookie, value, { maxAge: minutesKept * 60, path: page });
}

export function withoutTypedEmail(page: string): string {
  return setCookie(typedEmailCookie, "", { maxAge: 0, path: page });
}
