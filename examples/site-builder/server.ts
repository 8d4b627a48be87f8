// node examples/site-builder/server.ts: a website builder with three sites, see README.md
import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { forwardBooking } from "./forward-booking.ts";
import { homePage, ownerPage } from "./pages.ts";
import { provision } from "./provision.ts";
import { settings } from "./settings.ts";
import { signInAddress } from "./sign-in-address.ts";
import { type Site, siteOf, sites } from "./sites.ts";

for (const site of sites) await provision(site);

createServer((incoming, outgoing) => {
  const site = siteOf(incoming.headers.host);
  const path = incoming.url?.split("?")[0] ?? "/";
  if (!site) answer(outgoing, 404, "There is no site here.");
  else if (path === "/book" || path.startsWith("/book/")) forwardBooking(incoming, outgoing);
  else if (path === "/") answer(outgoing, 200, homePage(site));
  else if (path === "/owner" || path === "/owner/bookings") answerOwner(site, incoming, outgoing);
  else answer(outgoing, 404, "There is no such page.");
}).listen(settings.port, () => {
  for (const { host } of sites) console.log(`Ready: http://${host}:${settings.port}`);
});

/** The part of the site that is for its owner: a page with one button, and what the button does. */
function answerOwner(site: Site, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (!isOwner(incoming)) {
    outgoing.setHeader("WWW-Authenticate", 'Basic realm="Your site"');
    answer(outgoing, 401, "Sign in as the owner of this site.");
  } else if (incoming.method === "POST") {
    // A fresh address for each press: nothing to steal from a page that is open.
    outgoing.writeHead(303, { Location: signInAddress(site), "Cache-Control": "no-store" });
    outgoing.end();
  } else answer(outgoing, 200, ownerPage(site));
}

/** Stands for your own sign-in: one password for all owners, by HTTP's own form. */
function isOwner({ headers }: IncomingMessage): boolean {
  const given = Buffer.from(headers.authorization ?? "");
  const right = Buffer.from(`Basic ${Buffer.from(`owner:${settings.ownerPassword}`).toString("base64")}`);
  return given.length === right.length && timingSafeEqual(given, right);
}

function answer(outgoing: ServerResponse, status: number, html: string): void {
  outgoing.writeHead(status, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
  outgoing.end(html);
}
