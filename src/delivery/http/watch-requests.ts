import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "#env.ts";
import { loggedPath } from "./logged-path.ts";
import { requestLogger } from "./logger.ts";
import { internalHeaders, settleHeaders } from "./settle-headers.ts";
import { trustedProxies } from "./trusted-proxies.ts";

type Exchange = { request: IncomingMessage; response: ServerResponse };

const watching = globalThis as typeof globalThis & { slotkeeperWatchesRequests?: boolean };

/**
 * Looks at every request before Next does: settles whose headers are believed, and logs the answer. Node announces
 * requests on this channel before it calls any handler, which is the only place where the socket's address is still
 * known and Next's own routing has not yet happened. Called once, when the process starts.
 */
export function watchRequests(): void {
  if (watching.slotkeeperWatchesRequests) return;
  watching.slotkeeperWatchesRequests = true;
  const trusts = trustedProxies(env.TRUSTED_PROXIES);
  const started = new WeakMap<IncomingMessage, number>();
  subscribe("http.server.request.start", (message) => {
    const { request } = message as Exchange;
    started.set(request, performance.now());
    settleHeaders(
      request.headers,
      {
        peer: request.socket.remoteAddress ?? "",
        encrypted: "encrypted" in request.socket,
        requestId: randomUUID(),
      },
      trusts,
    );
  });
  subscribe("http.server.response.finish", (message) => {
    const { request, response } = message as Exchange;
    const ms = performance.now() - (started.get(request) ?? performance.now());
    logAnswer(request, response, ms);
  });
}

/** One line for each answer: method, path without secrets, status, duration; never who asked. */
function logAnswer(request: IncomingMessage, response: ServerResponse, ms: number): void {
  const path = loggedPath(request.url ?? "");
  const line = {
    requestId: request.headers[internalHeaders.requestId],
    method: request.method,
    path,
    status: response.statusCode,
    ms: Math.round(ms * 10) / 10,
  };
  if (response.statusCode >= 500) requestLogger().error(line, "request failed");
  else if (isBackground(path)) requestLogger().debug(line, "request");
  else requestLogger().info(line, "request");
}

const backgroundPaths = /^\/(healthz|readyz)$|^\/(_next|assets|demo|pictures)\//;

/** Probes, pictures and files of the build would drown everything else. */
function isBackground(path: string): boolean {
  return backgroundPaths.test(path);
}
