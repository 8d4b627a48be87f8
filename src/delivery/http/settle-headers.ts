import type { IncomingHttpHeaders } from "node:http";
import { type TrustsAddress, visitorAddress } from "./trusted-proxies.ts";

/** Headers that only this application may set: a visitor who sends them is not believed. */
export const internalHeaders = {
  /** The visitor's address, without a port. */
  clientAddress: "x-client-address",
  /** Names this request in every line of the log. */
  requestId: "x-request-id",
  /** What links of a booking page start with: nothing on the business's own host, `/<slug>` on the application's. */
  bookingBase: "x-booking-base",
  /** The nonce of this response's content security policy. */
  nonce: "x-nonce",
  /** Path and query of a page of the application, for the way back after signing in. */
  path: "x-path",
} as const;

const forwardedHeaders = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-real-ip",
] as const;

export type Incoming = { peer: string; encrypted: boolean; requestId: string };

/**
 * Makes the headers of a request trustworthy, in place, before anything reads them: internal headers are replaced,
 * forwarded ones count only when the socket belongs to a trusted proxy, and `host` is then the host that was asked for.
 */
export function settleHeaders(headers: IncomingHttpHeaders, incoming: Incoming, trusts: TrustsAddress): void {
  const trusted = trusts(incoming.peer);
  const host = trusted ? firstOf(headers["x-forwarded-host"]) : undefined;
  const protocol = trusted ? firstOf(headers["x-forwarded-proto"]) : undefined;
  const address = visitorAddress(incoming.peer, joined(headers["x-forwarded-for"]), trusts);

  for (const name of forwardedHeaders) delete headers[name];
  for (const name of Object.values(internalHeaders)) delete headers[name];

  if (host) headers.host = host;
  headers["x-forwarded-proto"] = protocol === "https" || incoming.encrypted ? "https" : "http";
  headers["x-forwarded-for"] = address;
  headers[internalHeaders.clientAddress] = address;
  headers[internalHeaders.requestId] = incoming.requestId;
}

function joined(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(",") : value;
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return joined(value)?.split(",")[0]?.trim().toLowerCase() || undefined;
}
