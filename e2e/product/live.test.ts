import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { connectDatabase, disconnectDatabase } from "#database/tenant-pool.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { bookThroughApi, holdThroughPage } from "./clients.ts";
import { OpenPage } from "./open-page.ts";
import { connectAsSuperuser, type Product, startProduct } from "./product.ts";

const day = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10);
const at = (hour: number) => `${day}T${hour}:00:00Z`;
/** Far more than it takes, far less than anybody waits. */
const soon = { timeout: 10_000, interval: 20 };

describe("open pages of a running product", () => {
  let product: Product;
  const open: OpenPage[] = [];

  beforeAll(async () => {
    product = await startProduct();
    connectDatabase(product.databaseUrl);
  }, 240_000);

  afterEach(() => {
    for (const page of open.splice(0)) page.close();
  });

  afterAll(async () => {
    await disconnectDatabase();
    await product?.stop();
  }, 60_000);

  const aUtcShop = () => aShop({ timeZone: "UTC" }).withService({ slotIntervalMin: 60 });

  /** A page on the day that is booked, with the times it has from the start. */
  async function openPageOf(shop: Shop, query: Record<string, string> = {}): Promise<OpenPage> {
    const service = shop.service.slug;
    const page = new OpenPage(product, {
      slug: shop.slug,
      query: { service, month: day.slice(0, 7), date: day, ...query },
    });
    open.push(page);
    await page.open();
    await vi.waitFor(() => expect(page.events).toHaveLength(1), soon);
    return page;
  }

  const offers = (page: OpenPage, start: string) => page.events.at(-1)?.data.includes(`"start":"${start}"`);

  const book = (shop: Shop, start: string) =>
    bookThroughApi(product, { slug: shop.slug, serviceId: shop.service.id, start });

  /** How many connections that listen there were. */
  async function cutListener(): Promise<number | null> {
    const superuser = await connectAsSuperuser(product);
    const cut = await superuser.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'slotkeeper live'",
    );
    await superuser.end();
    return cut.rowCount;
  }

  it("lose a time that somebody books or holds elsewhere, and those of other businesses hear nothing", async () => {
    const [shop, other] = [await aUtcShop(), await aUtcShop()];
    const pages = [
      await openPageOf(shop),
      await openPageOf(shop),
      await openPageOf(shop, { tz: "Asia/Tokyo" }),
    ];
    const quiet = await openPageOf(other);
    expect(pages.every((page) => offers(page, at(11)))).toBe(true);

    expect((await book(shop, at(11))).won).toBe(true);
    for (const page of pages) await vi.waitFor(() => expect(offers(page, at(11))).toBe(false), soon);
    const held = await holdThroughPage(product, {
      slug: shop.slug,
      service: shop.service.slug,
      serviceId: shop.service.id,
      start: at(13),
    });
    expect(held.won).toBe(true);
    for (const page of pages) await vi.waitFor(() => expect(offers(page, at(13))).toBe(false), soon);
    expect(quiet.events).toHaveLength(1);
  });

  it("hear on after the connection that listens was cut, and of what happened meanwhile", async () => {
    const shop = await aUtcShop();
    const page = await openPageOf(shop);
    expect(await cutListener()).toBe(1);
    await book(shop, at(12));
    await vi.waitFor(() => expect(offers(page, at(12))).toBe(false), soon);
    await book(shop, at(14));
    await vi.waitFor(() => expect(offers(page, at(14))).toBe(false), soon);
  });

  it("are let go when the product stops, without holding it up", async () => {
    const page = await openPageOf(await aUtcShop());
    const ended = page.ended();
    const began = performance.now();
    await product.stop({ keepData: true });
    await ended;
    expect(performance.now() - began).toBeLessThan(9_000);
  }, 60_000);
});
