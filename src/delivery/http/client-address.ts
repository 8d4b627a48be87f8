import { internalHeaders } from "./settle-headers.ts";

/** The visitor's address as settled when the request arrived; the same word for all when nothing settled it. */
export function clientAddress(headers: Headers): string {
  return headers.get(internalHeaders.clientAddress) ?? "unknown";
}
