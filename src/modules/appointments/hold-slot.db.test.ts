import { describe, expect, it } from "vitest";
import { aVisitor } from "#testing/builders/actors.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { bookManually } from "./book-manually.ts";
import { extendHold } from "./extend-hold.ts";
import { holdSlot } from "./hold-slot.ts";
import { readHold } from "./read-hold.ts";
import { releaseHold } from "./release-hold.ts";
import { BookManuallyInput } from "./schema.ts";

const today = "2030-03-01T00:00:00Z";
const start = "2030-03-05T09:00:00Z";
const visitor = { as: aVisitor, at: today };

describe("holding a time while the form is filled in", () => {
  const database = useDatabase();

  async function hold(
    shop: Shop,
    overrides: { start?: string; staffId?: string; previousToken?: string } = {},
  ) {
    return shop.run((ctx) => holdSlot(ctx, { serviceId: shop.service.id, start, ...overrides }), visitor);
  }

  async function heldToken(shop: Shop): Promise<string> {
    const held = await hold(shop);
    if (!held.ok) throw new Error(held.message);
    return held.value.token;
  }

  it("keeps it from everybody else for ten minutes", async () => {
    const shop = await aShop();
    const held = await hold(shop);
    if (!held.ok) throw new Error(held.message);
    expect(held.value).toMatchObject({ start, end: "2030-03-05T10:00:00Z", live: true, staffChosen: false });
    const minutesLeft = (Date.parse(held.value.expiresAt) - Date.now()) / 60_000;
    expect(minutesLeft).toBeGreaterThan(9.9 - 0.1);
    expect(minutesLeft).toBeLessThanOrEqual(10);
    expect(await hold(shop)).toMatchObject({ ok: false, reason: "slotTaken" });
  });

  it("binds the team too", async () => {
    const shop = await aShop();
    await heldToken(shop);
    const input = BookManuallyInput.parse({
      ...{ serviceId: shop.service.id, staffId: shop.staff[0].id, start },
      customer: { name: "Caller" },
    });
    expect(await shop.run((ctx) => bookManually(ctx, input), { at: today })).toMatchObject({
      reason: "slotTaken",
    });
  });

  it("lets the page's earlier hold go when another time is chosen", async () => {
    const shop = await aShop();
    const previousToken = await heldToken(shop);
    expect(await hold(shop, { start: "2030-03-05T11:00:00Z", previousToken })).toMatchObject({ ok: true });
    expect(await hold(shop)).toMatchObject({ ok: true });
  });

  it("can choose the same time again", async () => {
    const shop = await aShop();
    const previousToken = await heldToken(shop);
    expect(await hold(shop, { previousToken })).toMatchObject({ ok: true });
  });

  it("can be extended, to forty minutes in all", async () => {
    const shop = await aShop();
    const token = await heldToken(shop);
    await database.superuser.query("UPDATE hold SET created_at = created_at - interval '35 minutes'");
    const extended = await shop.run((ctx) => extendHold(ctx, { token }), visitor);
    if (!extended.ok) throw new Error(extended.message);
    const minutesLeft = (Date.parse(extended.value.expiresAt) - Date.now()) / 60_000;
    expect(Math.round(minutesLeft)).toBe(5);
    const { rows } = await database.superuser.query(
      "SELECT count(*)::int AS same FROM hold h JOIN occupancy o ON o.hold_id = h.id AND o.expires_at = h.expires_at WHERE h.tenant_id = $1",
      [shop.tenantId],
    );
    expect(rows).toEqual([{ same: 1 }]);
  });

  it("ends by the database's clock: it cannot be extended then, and others can have the time", async () => {
    const shop = await aShop();
    const token = await heldToken(shop);
    await database.superuser.query("UPDATE hold SET expires_at = clock_timestamp() - interval '1 second'");
    await database.superuser.query(
      "UPDATE occupancy SET expires_at = clock_timestamp() - interval '1 second' WHERE kind = 'hold'",
    );
    expect(await shop.run((ctx) => extendHold(ctx, { token }), visitor)).toMatchObject({
      reason: "holdExpired",
    });
    expect(await shop.run((ctx) => readHold(ctx, { token }), visitor)).toMatchObject({
      value: { live: false },
    });
    expect(await hold(shop)).toMatchObject({ ok: true });
  });

  it("can be released, twice without harm", async () => {
    const shop = await aShop();
    const token = await heldToken(shop);
    await shop.run((ctx) => releaseHold(ctx, { token }), visitor);
    expect(await shop.run((ctx) => releaseHold(ctx, { token }), visitor)).toMatchObject({ ok: true });
    expect(await shop.run((ctx) => readHold(ctx, { token }), visitor)).toMatchObject({ reason: "notFound" });
    expect(await hold(shop)).toMatchObject({ ok: true });
  });

  it("belongs to one business: its token means nothing to another", async () => {
    const [shop, other] = [await aShop(), await aShop()];
    const token = await heldToken(shop);
    await other.run((ctx) => releaseHold(ctx, { token }), visitor);
    expect(await other.run((ctx) => extendHold(ctx, { token }), visitor)).toMatchObject({
      reason: "notFound",
    });
    expect(await shop.run((ctx) => readHold(ctx, { token }), visitor)).toMatchObject({
      value: { live: true },
    });
  });

  it("names the nearest times when it is too late", async () => {
    const shop = await aShop();
    await anAppointment(shop, { start });
    const lost = await hold(shop);
    expect(lost).toMatchObject({ ok: false, reason: "slotTaken" });
    expect(!lost.ok && (lost.details as { nearest: unknown[] }).nearest).toHaveLength(6);
  });

  it("is not possible for a service or a person of another business", async () => {
    const [shop, other] = [await aShop(), await aShop()];
    const foreign = { serviceId: other.service.id, start };
    expect(await shop.run((ctx) => holdSlot(ctx, foreign), visitor)).toMatchObject({ reason: "notFound" });
    expect(await hold(shop, { staffId: other.staff[0].id })).toMatchObject({ reason: "notFound" });
  });
});

describe("booking for a caller", () => {
  useDatabase();

  function request(shop: Shop, overrides: Record<string, unknown> = {}): BookManuallyInput {
    return BookManuallyInput.parse({
      serviceId: shop.service.id,
      staffId: shop.staff[0].id,
      start,
      customer: { name: "Caller" },
      ...overrides,
    });
  }

  it("overrules hours and notice, and says so", async () => {
    const shop = await aShop().withStaff({ opens: "09:00", closes: "13:00" });
    const booked = await shop.run(
      (ctx) => bookManually(ctx, request(shop, { start: "2030-03-05T20:00:00Z" })),
      { at: today },
    );
    if (!booked.ok) throw new Error(booked.message);
    expect(booked.value.appointment).toMatchObject({
      source: "dashboard",
      customer: { name: "Caller", email: null },
    });
    expect(booked.value.overruled).toBeTruthy();
    const within = await shop.run((ctx) => bookManually(ctx, request(shop)), { at: today });
    expect(within.ok && within.value.overruled).toBeNull();
  });

  it("never books twice", async () => {
    const shop = await aShop();
    await anAppointment(shop, { start: "2030-03-05T09:30:00Z" });
    expect(await shop.run((ctx) => bookManually(ctx, request(shop)), { at: today })).toMatchObject({
      reason: "slotTaken",
    });
  });

  it("is done once under a key, and refused under the same key for another length, place or note", async () => {
    const shop = await aShop();
    const idempotencyKey = "caller-on-the-phone";
    const book = (overrides: object) =>
      shop.run((ctx) => bookManually(ctx, request(shop, { idempotencyKey, ...overrides })), { at: today });
    const first = await book({});
    if (!first.ok) throw new Error(first.message);
    expect(await book({})).toMatchObject({ value: { appointment: { id: first.value.appointment.id } } });
    for (const other of [{ durationMin: 30 }, { locationId: shop.location.id }, { internalNotes: "Late" }]) {
      expect(await book(other)).toMatchObject({ reason: "keyReused" });
    }
  });

  it("takes a known customer of this business only", async () => {
    const [shop, other] = [await aShop(), await aShop()];
    const { customerId } = await anAppointment(other, { start });
    const foreign = request(shop, { customer: { id: customerId } });
    expect(await shop.run((ctx) => bookManually(ctx, foreign), { at: today })).toMatchObject({
      reason: "notFound",
    });
  });

  it("is not for customers", async () => {
    const shop = await aShop();
    expect(await shop.run((ctx) => bookManually(ctx, request(shop)), visitor)).toMatchObject({
      reason: "forbidden",
    });
  });
});
