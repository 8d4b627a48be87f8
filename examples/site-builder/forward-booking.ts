import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { request as secureRequest } from "node:https";
import { settings } from "./settings.ts";

/** Headers that belong to one connection, not to the message. */
const ofConnection = ["connection", "keep-alive", "transfer-encoding", "upgrade", "te", "trailer", "host"];

/**
 * Passes a request for /book on to the platform, and its answer back, both as they come. The three `X-Forwarded-*` headers
 * are ours to say: whatever the visitor sent under these names is replaced.
 */
export function forwardBooking(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const url = new URL(incoming.url ?? "/", settings.platformUrl);
  const send = url.protocol === "https:" ? secureRequest : request;
  const headers = { ...incoming.headers };
  for (const name of ofConnection) delete headers[name];
  headers["x-forwarded-host"] = incoming.headers.host;
  headers["x-forwarded-proto"] = "http";
  headers["x-forwarded-for"] = incoming.socket.remoteAddress;

  const { method } = incoming;
  const forwarded = send(url, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  forwarded.on("error", () => {
    if (outgoing.headersSent) return outgoing.destroy();
    outgoing.writeHead(502, { "Content-Type": "text/plain; charset=utf-8" });
    outgoing.end("Booking is not available at the moment. Please try again in a minute.\n");
  });
  // A visitor who leaves ends the stream of live times too.
  outgoing.on("close", () => forwarded.destroy());
  incoming.pipe(forwarded);
}
