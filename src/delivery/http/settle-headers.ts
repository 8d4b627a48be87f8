import type { IncomingHttpHeaders } from "node:http";
import { hostName } from "./host-name.ts";
import { type TrustsAddress, visitorAddress } from "./trusted-proxies.ts";

/** Headers that only this application may set: a visitor who sends them is not believed. */
export const internalHeaders = {
  /** The visitor's address, without a port. */
  clientAddress: "x-client-address",
  /** Names this request in every line of the log. */
  requestId: "x-request-id",
  /**
   * What links of a booking page start with: nothing on the business's own host, `/<slug>` on the application's,
   * `/book` on a website builder's.
   */
  bookingBase: "x-booking-base",
  /** The business whose page it is, as the proxy found it by host and path. */
  business: "x-business",
  /** Set when somebody who is no trusted proxy spoke of another host than the one that was asked for. */
  forgedHost: "x-forged-host",
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
 * Another host from anybody else, or several from a proxy, is an attempt to be taken for somebody: marked, to be refused.
 */
export function settleHeaders(headers: IncomingHttpHeaders, incoming: Incoming, trusts: TrustsAddress): void {
  const trusted = trusts(incoming.peer);
  const forwarded = hostsOf(headers["x-forwarded-host"]);
  const [host] = trusted ? forwarded : [];
  const forged = trusted ? forwarded.length > 1 : forwarded.some((name) => !isSameHost(name, headers.host));
  const protocol = trusted ? firstOf(headers["x-forwarded-proto"]) : undefined;
  const address = visitorAddress(incoming.peer, joined(headers["x-forwarded-for"]), trusts);

  for (const name of forwardedHeaders) delete headers[name];
  for (const name of Object.values(internalHeaders)) delete headers[name];

  if (host) headers.host = host;
  if (forged) headers[internalHeaders.forgedHost] = "1";
  headers["x-forwarded-proto"] = protocol === "https" || incoming.encrypted ? "https" : "http";
  headers["x-forwarded-for"] = address;
  headers[internalHeaders.clientAddress] = address;
  headers[internalHeaders.requestId] = incoming.requestId;
}

function joined(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(",") : value;
}

/** The different hosts that are spoken of. */
function hostsOf(value: string | string[] | undefined): string[] {
  const hosts = (joined(value) ?? "").split(",").map((host) => host.trim().toLowerCase());
  return [...new Set(hosts.filter(Boolean))];
}

function isSameHost(one: string, other: string | undefined): boolean {
  return hostName(one) === hostName(other ?? null);
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return joined(value)?.split(",")[0]?.trim().toLowerCase() || undefined;
}
