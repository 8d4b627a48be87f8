import { setTimeout as wait } from "node:timers/promises";
import { connectDatabase, disconnectDatabase } from "#database/tenant-pool.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { bookThroughApi } from "../../e2e/product/clients.ts";
import { OpenPage } from "../../e2e/product/open-page.ts";
import { type Product, startProduct } from "../../e2e/product/product.ts";
import { percentile, printFigure, round, say } from "./figures.ts";

const pagesOfShop = 900;
const pagesOfOther = 100;
const bookings = 20;
/** All pages look at the day that is booked, so that every one of them is affected by every booking. */
const zones = ["UTC", "Europe/London", "Africa/Abidjan", "Atlantic/Reykjavik"];
const services = 3;
const targetMs = 300;
const patienceMs = 10_000;
const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);

/** How long a booking takes to reach the last of 900 open pages, and whether 100 pages of another business stay quiet. */
export async function benchLive(): Promise<void> {
  say("live: starting the product …");
  const product = await startProduct();
  connectDatabase(product.databaseUrl);
  try {
    const [shop, other] = [await makeShop("bench-live"), await makeShop("bench-quiet")];
    const pages = openPages(product, shop, pagesOfShop);
    const quiet = openPages(product, other, pagesOfOther);
    say(`live: opening ${pages.length + quiet.length} pages …`);
    const began = performance.now();
    await Promise.all([...pages, ...quiet].map((page) => page.open()));
    await everyPageHas(1, [...pages, ...quiet]);
    const opened = performance.now() - began;
    const rounds = await bookOneByOne(product, shop, pages);
    const disturbed = quiet.filter((page) => page.events.length !== 1).length;
    print(rounds, { opened, disturbed });
    for (const page of [...pages, ...quiet]) page.close();
  } finally {
    await disconnectDatabase();
    await product.stop();
  }
}

/** One person who works all day: every booking takes an hour that no page offers any more. */
async function makeShop(slug: string): Promise<Shop> {
  const builder = aShop({ slug, timeZone: "UTC" }).withStaff({ opens: "00:00", closes: "24:00" });
  for (let index = 0; index < services; index++)
    builder.withService({ durationMin: 60, slotIntervalMin: 60 });
  return builder;
}

/** As many distinct questions as services and zones make, each asked by equally many pages. */
function openPages(product: Product, shop: Shop, many: number): OpenPage[] {
  return Array.from({ length: many }, (_, index) => {
    const service = shop.services[index % services]?.slug ?? "";
    const tz = zones[Math.floor(index / services) % zones.length] ?? "UTC";
    return new OpenPage(product, {
      slug: shop.slug,
      query: { service, month: day.slice(0, 7), date: day, tz },
    });
  });
}

/** Resolves with the time of the last page's `count`th event. */
async function everyPageHas(count: number, pages: readonly OpenPage[]): Promise<number> {
  const late = performance.now() + patienceMs;
  while (pages.some((page) => page.events.length < count)) {
    if (performance.now() > late)
      throw new Error(`Not every page has had ${count} events in ${patienceMs} ms`);
    await wait(5);
  }
  return Math.max(...pages.map((page) => page.events[count - 1]?.at ?? 0));
}

type Round = { fromStart: number; fromAnswer: number; booking: number };

async function bookOneByOne(product: Product, shop: Shop, pages: readonly OpenPage[]): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let hour = 0; hour < bookings; hour++) {
    const start = `${day}T${String(hour).padStart(2, "0")}:00:00Z`;
    const began = performance.now();
    const booked = await bookThroughApi(product, {
      slug: shop.slug,
      serviceId: shop.service.id,
      start,
    });
    const answered = performance.now();
    if (!booked.won) throw new Error(`The booking was refused: ${booked.status} ${booked.body}`);
    const last = await everyPageHas(hour + 2, pages);
    for (const page of pages) assertWithout(page.events[hour + 1]?.data ?? "", start);
    rounds.push({
      fromStart: last - began,
      fromAnswer: Math.max(0, last - answered),
      booking: answered - began,
    });
  }
  return rounds;
}

function assertWithout(data: string, start: string): void {
  if (data.includes(`"start":"${start}"`)) throw new Error("A page still has the time that was booked");
}

function print(rounds: readonly Round[], seen: { opened: number; disturbed: number }): void {
  const sorted = (of: (round: Round) => number) => rounds.map(of).sort((a, b) => a - b);
  const share = (of: (round: Round) => number, part: number) => round(percentile(sorted(of), part));
  for (const [name, of] of [
    ["from the start of the booking", (it: Round) => it.fromStart],
    ["from its answer", (it: Round) => it.fromAnswer],
  ] as const) {
    printFigure({
      figure: `a booking reaches the last of ${pagesOfShop} open pages, ${name}`,
      value: share(of, 0.99),
      unit: "ms, p99",
      p50_ms: share(of, 0.5),
      max_ms: share(of, 1),
      target_ms: targetMs,
      bookings: rounds.length,
      booking_p50_ms: share((it) => it.booking, 0.5),
      open_pages: pagesOfShop + pagesOfOther,
      distinct_questions: services * zones.length,
    });
  }
  printFigure({
    figure: `open pages of another business that heard anything, of ${pagesOfOther}`,
    value: seen.disturbed,
    unit: "pages",
    opening_all_ms: round(seen.opened),
  });
}
