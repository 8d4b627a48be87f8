import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { connectDatabase, disconnectDatabase } from "#database/tenant-pool.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { bookThroughApi } from "./clients.ts";
import { findContradictions } from "./invariants.ts";
import { connectAsSuperuser, type Product, startProduct } from "./product.ts";

const bookings = 200;
/** The server is killed once so many of them were acknowledged. */
const acknowledgedBeforeKill = 60;
const hour = 3_600_000;
const firstStart = Math.ceil(Date.now() / (24 * hour)) * 24 * hour + 24 * hour;

describe("a server killed in the middle of 200 bookings", () => {
  const running = new Set<Product>();
  const folders: string[] = [];

  afterAll(async () => {
    await disconnectDatabase();
    for (const product of running) await product.stop();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }, 60_000);

  async function start(dataDir: string): Promise<Product> {
    const product = await startProduct({ dataDir });
    running.add(product);
    connectDatabase(product.databaseUrl);
    return product;
  }

  /** Sends all bookings at once and kills the server half-way; the keys of those that were acknowledged. */
  async function bookUntilKilled(
    product: Product,
    shop: Shop,
    keys: readonly string[],
  ): Promise<Set<string>> {
    const acknowledged = new Set<string>();
    let killed: Promise<void> | undefined;
    const send = async (key: string, index: number) => {
      const slot = {
        slug: shop.slug,
        serviceId: shop.service.id,
        staffId: shop.staff[0].id,
        start: startOf(index),
      };
      const outcome = await bookThroughApi(product, slot, key).catch(() => null);
      if (!outcome?.won) return;
      acknowledged.add(key);
      if (acknowledged.size === acknowledgedBeforeKill) killed = product.kill();
    };
    await Promise.all(keys.map(send));
    await killed;
    running.delete(product);
    return acknowledged;
  }

  const startOf = (index: number) => `${new Date(firstStart + index * hour).toISOString().slice(0, 19)}Z`;
  const addressOf = (key: string) => `runner-${key.slice(0, 8)}@customer.example`;

  it("keeps every acknowledged booking once, with its e-mail sent once, and nothing half-written", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "slotkeeper-crash-"));
    folders.push(dataDir);
    const first = await start(dataDir);
    const shop = await aShop({ timeZone: "UTC", horizonDays: 60 }).withStaff({
      opens: "00:00",
      closes: "24:00",
    });
    const keys = Array.from({ length: bookings }, () => randomUUID());
    const acknowledged = await bookUntilKilled(first, shop, keys);
    expect(acknowledged.size).toBeGreaterThanOrEqual(acknowledgedBeforeKill);
    expect(acknowledged.size).toBeLessThan(bookings);

    const second = await start(dataDir);
    const superuser = await connectAsSuperuser(second);
    try {
      const stored = async () => {
        const { rows } = await superuser.query<{ key: string }>(
          "SELECT k.key FROM idempotency_key k JOIN appointment a ON a.tenant_id = k.tenant_id AND a.id = k.result_id WHERE k.tenant_id = $1",
          [shop.tenantId],
        );
        return rows.map((row) => row.key);
      };
      const afterCrash = await stored();
      expect(afterCrash).toEqual(expect.arrayContaining([...acknowledged]));
      expect(await findContradictions(superuser)).toEqual([]);

      // Everybody tries again, as pages do: whoever was booked is told so, the others are booked now.
      for (const [index, key] of keys.entries()) {
        const slot = {
          slug: shop.slug,
          serviceId: shop.service.id,
          staffId: shop.staff[0].id,
          start: startOf(index),
        };
        const outcome = await bookThroughApi(second, slot, key);
        expect(outcome.status, outcome.body).toBe(201);
      }
      expect((await stored()).sort()).toEqual([...keys].sort());
      const { rows } = await superuser.query<{ count: number }>(
        "SELECT count(*)::int AS count FROM appointment WHERE tenant_id = $1",
        [shop.tenantId],
      );
      expect(rows[0]?.count).toBe(bookings);

      await expect
        .poll(() => mailsPerCustomer(), { timeout: 90_000, interval: 500 })
        .toEqual({ 1: bookings });
      expect(await findContradictions(superuser)).toEqual([]);
    } finally {
      await superuser.end();
    }

    /** How many of the customers have how many e-mails. */
    async function mailsPerCustomer(): Promise<Record<number, number>> {
      const { rows } = await superuser.query<{ mails: number; customers: number }>(
        `SELECT mails, count(*)::int AS customers FROM (
           SELECT address, count(m.id)::int AS mails FROM unnest($1::text[]) AS address
           LEFT JOIN sandbox_mail m ON m.recipient LIKE '%' || address || '%' GROUP BY address) AS counted
         GROUP BY mails`,
        [keys.map(addressOf)],
      );
      return Object.fromEntries(rows.map((row) => [row.mails, row.customers]));
    }
  }, 400_000);
});
