import type { IncomingMessage, ServerResponse } from "node:http";
import { listenForChanges } from "#database/listen-for-changes.ts";
import { liveQuestion } from "#delivery/booking-pages/live-questions.ts";
import { networkOf } from "#delivery/http/client-network.ts";
import { findDestination, type Pages } from "#delivery/http/find-destination.ts";
import { hostSettings } from "#delivery/http/host-settings.ts";
import { logger } from "#delivery/http/logger.ts";
import { publicRateLimiter } from "#delivery/http/rate-limit.ts";
import { routeHost } from "#delivery/http/route-host.ts";
import { internalHeaders } from "#delivery/http/settle-headers.ts";
import { env } from "#env.ts";
import { atShutdown } from "#kernel/at-shutdown.ts";
import { businessOfMember } from "./business-of-member.ts";
import { LiveHub } from "./live-hub.ts";
import { openStream } from "./live-stream.ts";
import { OpenStreams } from "./open-streams.ts";
import type { Page, Question } from "./question.ts";

const suffix = "/live";
/** For the team's calendar, on the application's own host. */
const calendarPath = `/dashboard${suffix}`;

const hub = new LiveHub();
const streams = new OpenStreams();
const settings = hostSettings();
let listening = false;

/**
 * Answers the streams on which open time pages hear of changes (C5), ahead of Next, on every host and path that the
 * pages have: the page's own address and `/live`. Returns false for every other request.
 */
export function serveLive(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  const asked = readAsked(incoming);
  if (!asked) return false;
  answer(incoming, outgoing, asked).catch((error) => {
    logger().error({ err: error }, "an open page could not be connected");
    if (outgoing.headersSent) outgoing.destroy();
    else refuse(outgoing, 500);
  });
  return true;
}

/** Ends the streams, which would keep the server from closing. */
export function closeLive(): void {
  streams.close();
}

type Asked = { host: string | null; path: string; query: URLSearchParams };

/** A request for a stream, by host and path alone; null when it is something else. */
function readAsked({ method, url = "/", headers }: IncomingMessage): Asked | null {
  const [path = "/", query = ""] = url.split("?", 2);
  if (method !== "GET" || !path.endsWith(suffix)) return null;
  const host = headers.host ?? null;
  const destination = routeHost(host, path, settings);
  const isOurs = "path" in destination || (destination.kind === "app" && path === calendarPath);
  return isOurs ? { host, path, query: new URLSearchParams(query) } : null;
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, asked: Asked): Promise<void> {
  const address = networkOf(String(incoming.headers[internalHeaders.clientAddress] ?? "unknown"));
  const refused = await whyRefused(address);
  if (refused) return refuse(outgoing, refused);
  const join = await findTopic(asked, incoming.headers.cookie ?? "");
  if (!join) return refuse(outgoing, 404);
  if (outgoing.destroyed) return;
  listenOnce();
  const page = openStream(outgoing, incoming.headers["x-forwarded-proto"] === "https");
  streams.add({ outgoing, page }, address);
  outgoing.once("close", join(page));
}

/** What a page is told of, as a way to join (and to leave); null when there is nothing here for who asks. */
async function findTopic(asked: Asked, cookies: string): Promise<((page: Page) => () => void) | null> {
  const destination = await findDestination(asked, settings);
  if (destination.kind === "nowhere") return null;
  if (destination.kind === "pages") {
    const question = questionOf(destination, asked.query, cookies);
    return question && ((page) => hub.join(question, page, asked.query.get("seen")));
  }
  const tenantId = await businessOfMember(cookies);
  return tenantId === null ? null : (page) => hub.joinCalendar(tenantId, page);
}

async function whyRefused(address: string): Promise<number | null> {
  const full = streams.whyFull(address, env.RATE_LIMIT_PER_MINUTE === 0);
  if (full) return full;
  return (await publicRateLimiter().take(address)).allowed ? null : 429;
}

/** The business comes from the host or the path, never from anything that a visitor can add. */
function questionOf(
  { business, base, path }: Pages,
  query: URLSearchParams,
  cookies: string,
): Question | null {
  if (!business) return null;
  return liveQuestion({
    scope: { tenantId: business.tenantId, actor: { kind: "customer" } },
    base,
    path: path.slice(0, -suffix.length),
    query,
    cookies,
  });
}

/** The first page makes the process listen; from then on it goes on listening. */
function listenOnce(): void {
  if (listening) return;
  listening = true;
  const { stop } = listenForChanges({
    onChange: (change) => hub.change(change),
    onListening: () => hub.refreshAll(),
  });
  atShutdown(stop);
}

/** Nothing to read: only the page's own script asks, and it then looks for itself now and again. */
function refuse(outgoing: ServerResponse, status: number): void {
  outgoing.writeHead(status, { "Cache-Control": "no-store", "Content-Length": "0" });
  outgoing.end();
}
