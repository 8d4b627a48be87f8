import { createServer, type IncomingMessage, request as requestOf, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { appAddress } from "./booking-site.ts";

export type SiteProxy = {
  port: number;
  /** Paths that were asked for beside /book. */
  others: string[];
  close(): Promise<void>;
};

/** A site's own server: it forwards /book as docs/hosts.md says, and has nothing else but an icon. */
export async function startSiteProxy(): Promise<SiteProxy> {
  const others: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? "/", "http://site");
    if (pathname === "/book" || pathname.startsWith("/book/")) return forward(incoming, outgoing);
    if (pathname !== "/favicon.ico") others.push(pathname);
    outgoing.writeHead(pathname === "/favicon.ico" ? 204 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    others,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { hostname, port, host } = new URL(appAddress("/"));
  const headers = {
    ...incoming.headers,
    host,
    "x-forwarded-host": incoming.headers.host ?? "",
    "x-forwarded-proto": "http",
    "x-forwarded-for": incoming.socket.remoteAddress ?? "",
  };
  const onward = requestOf(
    { hostname, port, path: incoming.url, method: incoming.method, headers },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.once("error", () => outgoing.destroy());
  outgoing.once("close", () => onward.destroy());
  incoming.pipe(onward);
}
