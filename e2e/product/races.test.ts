import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectDatabase, disconnectDatabase } from "#database/tenant-pool.ts";
import { mintManageToken } from "#modules/appointments/manage-link.ts";
import { addSession } from "#modules/classes/add-session.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aResource } from "#testing/builders/resource.ts";
import { aShop, type ServiceOverrides, type Shop } from "#testing/builders/shop.ts";
import {
  bookThroughApi,
  bookThroughDashboard,
  holdThroughPage,
  type Outcome,
  rescheduleThroughApi,
  signIn,
} from "./clients.ts";
import { findContradictions } from "./invariants.ts";
import { connectAsSuperuser, type Product, startProduct } from "./product.ts";

const rounds = 100;
/** For the races in which every loser asks several times. */
const fewerRounds = 20;
const hour = 3_600_000;
/** The first slot that is raced for: tomorrow at midnight UTC. Each round has an hour of its own. */
const firstStart = Math.ceil(Date.now() / (24 * hour)) * 24 * hour + 24 * hour;
const startOf = (round: number) => `${new Date(firstStart + round * hour).toISOString().slice(0, 19)}Z`;

describe("clients that race for one slot over HTTP", () => {
  let product: Product;
  let superuser: pg.Client;

  beforeAll(async () => {
    product = await startProduct();
    connectDatabase(product.databaseUrl);
    superuser = await connectAsSuperuser(product);
  }, 240_000);

  afterAll(async () => {
    await superuser?.end();
    await disconnectDatabase();
    await product?.stop();
  }, 60_000);

  /** A business that never closes, with `staff` people. */
  async function openAllDay(staff: number, service: ServiceOverrides = {}): Promise<Shop> {
    const builder = aShop({ timeZone: "UTC", horizonDays: 60 }).withService(service);
    for (let index = 0; index < staff; index++) builder.withStaff({ opens: "00:00", closes: "24:00" });
    return builder;
  }

  /** Runs the rounds; how many rounds had how many winners, and what the losers were told. */
  async function race(
    clients: number,
    send: (round: number, client: number) => Promise<Outcome>,
    howMany = rounds,
  ) {
    const winners: Record<number, number> = {};
    const told: Record<number, number> = {};
    for (let round = 0; round < howMany; round++) {
      const outcomes = await Promise.all(Array.from({ length: clients }, (_, client) => send(round, client)));
      const won = outcomes.filter((outcome) => outcome.won).length;
      winners[won] = (winners[won] ?? 0) + 1;
      for (const { status } of outcomes.filter((outcome) => !outcome.won))
        told[status] = (told[status] ?? 0) + 1;
    }
    return { winners, told };
  }

  async function claimsOf(shop: Shop): Promise<number> {
    const { rows } = await superuser.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM occupancy WHERE tenant_id = $1",
      [shop.tenantId],
    );
    return rows[0]?.count ?? -1;
  }

  it.each([2, 8, 50])(
    "have one winner each time, %i of them for a chosen staff member",
    async (clients) => {
      const shop = await openAllDay(1);
      const slot = { slug: shop.slug, serviceId: shop.service.id, staffId: shop.staff[0].id };
      const { winners, told } = await race(clients, (round) =>
        bookThroughApi(product, { ...slot, start: startOf(round) }),
      );
      expect(winners).toEqual({ 1: rounds });
      expect(told).toEqual({ 409: rounds * (clients - 1) });
      expect(await claimsOf(shop)).toBe(rounds);
      expect(await findContradictions(superuser)).toEqual([]);
    },
    240_000,
  );

  it.each([2, 8, 50])(
    "have as many winners as there are staff members, %i of them for anybody",
    async (clients) => {
      const staff = 3;
      const shop = await openAllDay(staff);
      const slot = { slug: shop.slug, serviceId: shop.service.id };
      const { winners, told } = await race(clients, (round) =>
        bookThroughApi(product, { ...slot, start: startOf(round) }),
      );
      const expected = Math.min(staff, clients);
      expect(winners).toEqual({ [expected]: rounds });
      expect(told).toEqual(clients > staff ? { 409: rounds * (clients - staff) } : {});
      expect(await claimsOf(shop)).toBe(rounds * expected);
      expect(await findContradictions(superuser)).toEqual([]);
    },
    240_000,
  );

  it.each([2, 8, 50])(
    "have one winner each time, %i of them that book, hold, reschedule and book for callers",
    async (clients) => {
      const shop = await openAllDay(1 + clients);
      const [target, ...others] = shop.staff;
      const cookie = await signInAsOwnerOf(shop);
      const visits = await Promise.all(others.map((member, index) => aVisit(shop, member.id, index)));
      const told = await race(clients, (round, client) => {
        const slot = {
          slug: shop.slug,
          serviceId: shop.service.id,
          staffId: target.id,
          start: startOf(round),
        };
        const visit = visits[client];
        // Each kind of rival takes its turn in each place, so that each meets each of the others first and last.
        const kind = (client + round) % 4;
        if (kind === 0 || !visit) return bookThroughApi(product, slot);
        if (kind === 1) return holdThroughPage(product, { ...slot, service: shop.service.slug });
        if (kind === 2) return rescheduleThroughApi(product, visit, slot);
        return bookThroughDashboard(product, cookie, slot);
      });
      expect(told.winners).toEqual({ 1: rounds });
      expect(Object.keys(told.told)).toEqual(["409"]);
      const { rows } = await superuser.query<{ claims: number; starts: number }>(
        "SELECT count(*)::int AS claims, count(DISTINCT starts_at)::int AS starts FROM occupancy WHERE subject_id = $1",
        [target.id],
      );
      // A visit that won an earlier round may have moved on since: fewer claims than rounds, never two on one start.
      expect(rows[0]?.claims).toBe(rows[0]?.starts);
      const { rows: kept } = await superuser.query<{ count: number }>(
        "SELECT count(*)::int AS count FROM appointment WHERE id = ANY ($1)",
        [visits.map(({ id }) => id)],
      );
      expect(kept[0]?.count).toBe(visits.length);
      expect(await findContradictions(superuser)).toEqual([]);
    },
    240_000,
  );

  it("have as many winners as there are rooms, though more people are free", async () => {
    const shop = await openAllDay(3);
    await aResource(shop, { units: 2 });
    const slot = { slug: shop.slug, serviceId: shop.service.id };
    const { winners, told } = await race(
      50,
      (round) => bookThroughApi(product, { ...slot, start: startOf(round) }),
      fewerRounds,
    );
    expect(winners).toEqual({ 2: fewerRounds });
    expect(told).toEqual({ 409: fewerRounds * 48 });
    expect(await claimsOf(shop)).toBe(fewerRounds * 4);
    expect(await findContradictions(superuser)).toEqual([]);
  }, 240_000);

  it("have two winners where each needs two of five people", async () => {
    const shop = await openAllDay(5, { staffNeeded: 2 });
    const slot = { slug: shop.slug, serviceId: shop.service.id };
    const { winners, told } = await race(
      50,
      (round) => bookThroughApi(product, { ...slot, start: startOf(round) }),
      fewerRounds,
    );
    expect(winners).toEqual({ 2: fewerRounds });
    expect(told).toEqual({ 409: fewerRounds * 48 });
    expect(await claimsOf(shop)).toBe(fewerRounds * 4);
    expect(await findContradictions(superuser)).toEqual([]);
  }, 240_000);

  it("never get a seat of a class twice, however many they want each, and get all there are", async () => {
    const shop = await openAllDay(1, { kind: "class", capacity: 3 });
    for (let round = 0; round < fewerRounds; round++) await aSession(shop, startOf(round));
    const slot = { slug: shop.slug, serviceId: shop.service.id };
    const { told } = await race(
      50,
      (round, client) => bookThroughApi(product, { ...slot, start: startOf(round), seats: (client % 2) + 1 }),
      fewerRounds,
    );
    expect(Object.keys(told)).toEqual(["409"]);
    const { rows } = await superuser.query(
      "SELECT DISTINCT seats_taken AS taken FROM class_session WHERE tenant_id = $1",
      [shop.tenantId],
    );
    expect(rows).toEqual([{ taken: 3 }]);
    expect(await findContradictions(superuser)).toEqual([]);
  }, 240_000);

  it("are three a day where that is the limit, whichever times they choose", async () => {
    const shop = await openAllDay(2, { maxPerDay: 3, durationMin: 15 });
    const slot = { slug: shop.slug, serviceId: shop.service.id };
    const quarter = 900_000;
    const { winners, told } = await race(
      50,
      (day, client) => {
        const start = new Date(firstStart + day * 24 * hour + client * quarter);
        return bookThroughApi(product, { ...slot, start: `${start.toISOString().slice(0, 19)}Z` });
      },
      fewerRounds,
    );
    expect(winners).toEqual({ 3: fewerRounds });
    expect(told).toEqual({ 422: fewerRounds * 47 });
    expect(await findContradictions(superuser)).toEqual([]);
  }, 240_000);

  it("cannot have one person at two places with no time to travel in between", async () => {
    const shop = await aShop({ timeZone: "UTC", horizonDays: 60 })
      .withLocation()
      .withLocation()
      .withStaff({ opens: "00:00", closes: "24:00" });
    const places = shop.locations.map(({ id }) => id);
    await superuser.query(
      "INSERT INTO travel_time (tenant_id, from_location_id, to_location_id, minutes) VALUES ($1, $2, $3, 30), ($1, $3, $2, 30)",
      [shop.tenantId, ...places],
    );
    const slot = { slug: shop.slug, serviceId: shop.service.id };
    // Visits of an hour that follow one another: only travel keeps them apart. Rounds are far enough from each other.
    const { winners, told } = await race(
      2,
      (round, client) =>
        bookThroughApi(product, { ...slot, locationId: places[client], start: startOf(round * 4 + client) }),
      rounds,
    );
    expect(winners).toEqual({ 1: rounds });
    expect(told).toEqual({ 409: rounds });
    expect(await findContradictions(superuser)).toEqual([]);
  }, 240_000);

  async function aSession(shop: Shop, start: string): Promise<void> {
    const where = { serviceId: shop.service.id, staffId: shop.staff[0].id, locationId: shop.location.id };
    const startMinute = Number(start.slice(11, 13)) * 60;
    const added = await shop.run((ctx) =>
      addSession(ctx, { ...where, date: start.slice(0, 10), startMinute }),
    );
    if (!added.ok) throw new Error(added.message);
  }

  /** A visit far from the raced hours that one client tries to move into each of them. */
  async function aVisit(shop: Shop, staffId: string, index: number) {
    const start = `${new Date(firstStart + 30 * 24 * hour + index * hour).toISOString().slice(0, 19)}Z`;
    const { id } = await anAppointment(shop, { start, staffId });
    const token = await shop.run((ctx) => mintManageToken(ctx, id));
    return { id, token };
  }

  /** The demo owner, made a member of `shop` too. */
  async function signInAsOwnerOf(shop: Shop): Promise<string> {
    const email = "owner@harlow-and-vine.example";
    await superuser.query(
      `INSERT INTO membership (tenant_id, id, user_id, role)
       SELECT $1, gen_random_uuid(), id, 'owner' FROM users WHERE email = $2`,
      [shop.tenantId, email],
    );
    return signIn(product, email, "demo-owner-2026", shop.tenantId);
  }
});
