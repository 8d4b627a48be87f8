import type { IncomingMessage, ServerResponse } from "node:http";
import { internalHeaders } from "./settle-headers.ts";

/** Answers 404, ahead of everything, where a visitor speaks of another host than the one they ask. False for all others. */
export function refuseForgedHost(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  if (!incoming.headers[internalHeaders.forgedHost]) return false;
  outgoing.writeHead(404, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  outgoing.end("There is nothing at this address.\n");
  return true;
}
