import type { ServerResponse } from "node:http";
import { securityHeaders } from "#delivery/http/security-headers.ts";
import type { Page } from "./question.ts";

/** A page that lets this much wait unread is let go: it connects again and gets what is new then. */
const mostUnread = 256 * 1024;
/** The browser connects again after this time, spread out so that a restart does not bring all of them at once. */
const retryMs = { least: 1_000, spread: 2_000 };

/** Opens a stream of server-sent events that no cache, compression or proxy holds back. */
export function openStream(outgoing: ServerResponse, https: boolean): Page {
  outgoing.writeHead(200, {
    ...securityHeaders(https),
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "private, no-store, no-transform",
    "X-Accel-Buffering": "no",
  });
  outgoing.socket?.setNoDelay(true);
  outgoing.write(`retry: ${retryMs.least + Math.floor(Math.random() * retryMs.spread)}\n\n`);
  return {
    send(text) {
      if (outgoing.writableLength > mostUnread) outgoing.destroy();
      else outgoing.write(text);
    },
  };
}
