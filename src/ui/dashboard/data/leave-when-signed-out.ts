import { failureOf } from "./trpc.ts";

/** Whoever was signed out meanwhile is asked to sign in and comes back to the same page. */
export function leaveWhenSignedOut(error: unknown): void {
  if (!failureOf(error).signedOut) return;
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?callbackUrl=${encodeURIComponent(pathname + search)}`);
}
