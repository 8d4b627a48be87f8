import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { versionOf } from "#delivery/booking-pages/present-times.ts";
import { runShutdown } from "#kernel/at-shutdown.ts";
import { systemClock } from "#kernel/clock.ts";
import { bookAppointment } from "#modules/appointments/book-appointment.ts";
import { cancelAppointment } from "#modules/appointments/cancel-appointment.ts";
import { holdSlot } from "#modules/appointments/hold-slot.ts";
import { BookAppointmentInput, HoldSlotInput } from "#modules/appointments/schema.ts";
import { archiveService } from "#modules/catalog/archive-service.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import type { LiveTimes } from "#ui/booking/view-model.ts";
import { closeLive, serveLive } from "./serve-live.ts";

const database = useDatabase();

let server: Server;
const open: IncomingMessage[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    if (!serveLive(request, response)) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.destroy();
});
afterAll(async () => {
  server.closeAllConnections();
  await runShutdown();
});

const date = new Date(systemClock.now() + 5 * 86_400_000).toISOString().slice(0, 10);
const at = (hour: number) => `${date}T${String(hour).padStart(2, "0")}:00:00Z`;

/** Where each hour is offered, one after another. */
const aUtcShop = () => aShop({ timeZone: "UTC", locale: "en-GB" }).withService({ slotIntervalMin: 60 });

type Answer = {
  status: number;
  headers: IncomingMessage["headers"];
  events: { name: string; data: Partial<LiveTimes> }[];
};

function connect(path: string, host: string): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const request = get({ port, path, headers: { host } }, (response) => {
      open.push(response);
      const answer: Answer = { status: response.statusCode ?? 0, headers: response.headers, events: [] };
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        const blocks = (text + chunk).split("\n\n");
        text = blocks.pop() ?? "";
        for (const block of blocks) {
          const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
          if (name && data) answer.events.push({ name, data: JSON.parse(data) as Partial<LiveTimes> });
        }
      });
      response.on("error", () => {});
      resolve(answer);
    });
    request.once("error", reject);
  });
}

const liveOf = (shop: Shop, query = "") =>
  `/book/live?service=${shop.service.slug}&month=${date.slice(0, 7)}&date=${date}${query}`;

async function book(shop: Shop, start: string): Promise<{ id: string }> {
  const customer = { name: "Anna Berg", email: "anna@customer.example" };
  const input = BookAppointmentInput.parse({ serviceId: shop.service.id, start, customer });
  const booked = await shop.run((ctx) => bookAppointment(ctx, input), { as: { kind: "customer" } });
  if (!booked.ok) throw new Error(booked.message);
  return booked.value.appointment;
}

/** An open page with the times it shows now. */
async function watch(shop: Shop) {
  const page = await connect(liveOf(shop), `${shop.slug}.localhost`);
  await vi.waitFor(() => expect(page.events).toHaveLength(1));
  return page;
}

const startsOf = (answer: Answer) =>
  answer.events.at(-1)?.data.day?.groups.flatMap((group) => group.times.map((time) => time.start));

describe("an open page", () => {
  it("gets its times, and again at once when one is taken or freed, without the month that stayed the same", async () => {
    const shop = await aUtcShop();
    const page = await watch(shop);
    expect(page.headers["content-type"]).toMatch(/^text\/event-stream/);
    expect(page.headers["cache-control"]).toContain("no-transform");
    expect(startsOf(page)).toContain(at(11));

    const { id } = await book(shop, at(11));
    await vi.waitFor(() => expect(startsOf(page)).not.toContain(at(11)));
    expect(Object.keys(page.events.at(-1)?.data ?? {})).toEqual(["day"]);
    await shop.run((ctx) => cancelAppointment(ctx, { target: { id }, notify: false }));
    await vi.waitFor(() => expect(startsOf(page)).toContain(at(11)));
  });

  it("of a site has its times below /book, and nothing beside it", async () => {
    const shop = await aUtcShop();
    const host = `${shop.slug}.builder.example`;
    await database.superuser.query("INSERT INTO host (name, business_id, kind) VALUES ($1, $2, 'site')", [
      host,
      shop.tenantId,
    ]);
    const page = await connect(`/book${liveOf(shop)}`, host);
    await vi.waitFor(() => expect(startsOf(page)).toContain(at(11)));
    const month = page.events.at(-1)?.data.month;
    expect(JSON.stringify(month)).toContain('"/book/book?');
    for (const [path, other] of [
      [liveOf(shop), host],
      [`/book${liveOf(shop)}`, "other.builder.example"],
      ["/dashboard/live", host],
    ] as const) {
      expect((await connect(path, other)).status).toBe(404);
    }
  });

  it("sees a held time go, and come back when the hold runs out without anybody doing anything", async () => {
    const shop = await aUtcShop();
    const page = await watch(shop);
    const input = HoldSlotInput.parse({ serviceId: shop.service.id, start: at(12) });
    await shop.run((ctx) => holdSlot(ctx, input), { as: { kind: "customer" } });
    await vi.waitFor(() => expect(startsOf(page)).not.toContain(at(12)));

    for (const table of ["hold", "occupancy"]) {
      const soon = "clock_timestamp() + interval '600 ms'";
      await database.superuser.query(
        `UPDATE ${table} SET expires_at = ${soon} WHERE tenant_id = $1 AND expires_at IS NOT NULL`,
        [shop.tenantId],
      );
    }
    // Another hold makes the process look again, and learn when the first one ends.
    const other = HoldSlotInput.parse({ serviceId: shop.service.id, start: at(14) });
    await shop.run((ctx) => holdSlot(ctx, other), { as: { kind: "customer" } });
    await vi.waitFor(() => expect(startsOf(page)).not.toContain(at(14)));
    await vi.waitFor(() => expect(startsOf(page)).toContain(at(12)), { timeout: 3_000 });
  });

  it("hears nothing of another business, of another month, nor of what it has already", async () => {
    const shop = await aUtcShop();
    const other = await aUtcShop();
    const page = await watch(shop);
    const later = new Date(Date.parse(at(10)) + 62 * 86_400_000).toISOString().slice(0, 19);
    await book(other, at(11));
    await book(shop, `${later}Z`);
    // Once its own change has come, the others would have come before.
    await book(shop, at(15));
    await vi.waitFor(() => expect(startsOf(page)).not.toContain(at(15)));
    expect(page.events).toHaveLength(2);
  });

  it("is told to load itself anew when the service is gone", async () => {
    const shop = await aUtcShop();
    const page = await watch(shop);
    await shop.run((ctx) => archiveService(ctx, { id: shop.service.id }));
    await vi.waitFor(() => expect(page.events.at(-1)?.name).toBe("gone"));
  });
});

describe("the address of a stream", () => {
  it("is answered on the business's own host and by path, and gets the business from nothing else", async () => {
    const [shop, other] = [await aUtcShop(), await aUtcShop()];
    const byPath = await connect(`/${shop.slug}${liveOf(shop)}`, "localhost:3000");
    await vi.waitFor(() => expect(byPath.events).toHaveLength(1));
    expect(
      byPath.events[0]?.data.month?.weeks.flatMap((week) => week.days).find((day) => day.href)?.href,
    ).toContain(`/${shop.slug}/book?`);
    const elsewhere = await connect(liveOf(shop, `&slug=${shop.slug}`), `${other.slug}.localhost`);
    await vi.waitFor(() => expect(elsewhere.events).toHaveLength(1));
    expect((await connect(liveOf(shop), "shop.example")).status).toBe(404);
    expect((await connect("/dashboard/live", "localhost")).status, "nobody is signed in").toBe(404);
    expect((await connect("/outbox/live", "localhost")).status, "a page without a stream").toBe(418);
    expect((await connect("/book/live", `${shop.slug}.localhost`)).status).toBe(404);
  });

  it("says nothing to a page that has the present times, and ends when the process does", async () => {
    const shop = await aUtcShop();
    const first = await watch(shop);
    const { month, day } = first.events[0]?.data ?? {};
    const seen = versionOf(JSON.stringify(month), JSON.stringify(day));
    const second = await connect(liveOf(shop, `&seen=${seen}`), `${shop.slug}.localhost`);
    await book(shop, at(11));
    await vi.waitFor(() => expect(first.events).toHaveLength(2));
    await vi.waitFor(() => expect(second.events).toHaveLength(1));
    const ended = Promise.all(open.map((stream) => new Promise((resolve) => stream.once("end", resolve))));
    closeLive();
    await ended;
  });
});
