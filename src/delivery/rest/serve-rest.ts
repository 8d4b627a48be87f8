import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { findDestination } from "#delivery/http/find-destination.ts";
import { hostSettings } from "#delivery/http/host-settings.ts";
import { handlePlatformRequest, platformPrefix } from "#delivery/platform-api/handle-platform-request.ts";
import { apiPrefix, handleRestRequest } from "./handle-request.ts";
import { errorResponse } from "./respond.ts";

const settings = hostSettings();

/** A little more than the handler accepts. */
const longestBody = 65 * 1024;

type Handle = (request: Request) => Promise<Response>;

/** The APIs by what their addresses begin with: the public one, and the one for website builders. */
const apis: readonly (readonly [prefix: string, handle: Handle])[] = [
  [apiPrefix, handleRestRequest],
  [platformPrefix, handlePlatformRequest],
];

/**
 * Answers requests to the APIs straight from Node's server, ahead of Next: routing a request through Next costs
 * more than finding the free times of a month. Returns false for every other address.
 */
export function serveRest(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  const handle = apis.find(([prefix]) => incoming.url?.startsWith(prefix))?.[1];
  if (!handle) return false;
  answer(incoming, outgoing, handle).catch(() => outgoing.destroy());
  return true;
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, handle: Handle): Promise<void> {
  const known = await isServedHost(incoming.headers.host ?? null);
  const response = known ? await handle(await requestOf(incoming)) : unknownHost();
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(await response.text());
}

/** The business is named by the path; but hosts that are nobody's here, and sites beside their /book, have nothing. */
async function isServedHost(host: string | null): Promise<boolean> {
  return (await findDestination({ host, path: "/" }, settings)).kind !== "nowhere";
}

function unknownHost(): Response {
  return errorResponse({ status: 404, code: "not_found", message: "There is nothing at this address." });
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const { method = "GET", url = "/", headers } = incoming;
  const address = `http://localhost${url}`;
  if (method === "GET" || method === "HEAD")
    return new Request(address, { method, headers: pairsOf(headers) });
  return new Request(address, { method, headers: pairsOf(headers), body: await bodyOf(incoming) });
}

function pairsOf(headers: IncomingHttpHeaders): [string, string][] {
  const pairs: [string, string][] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) pairs.push([name, Array.isArray(value) ? value.join(", ") : value]);
  }
  return pairs;
}

/** The body; of one that is too long only so much that the handler sees it, while the rest is read and dropped. */
async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let kept = 0;
  for await (const chunk of incoming) {
    if (kept > longestBody) continue;
    chunks.push(chunk);
    kept += chunk.length;
  }
  return new Uint8Array(Buffer.concat(chunks));
}
