import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TenantContext } from "#database/tenant-context.ts";
import type { RefusalReason } from "#kernel/refusals.ts";
import type { Result } from "#kernel/result.ts";
import { formatInstant, parseInstant } from "#kernel/time/instant.ts";
import { explainTime } from "#modules/availability/explain-time.ts";
import { findSlots } from "#modules/availability/find-slots.ts";
import { assertUntil } from "#testing/assert-until.ts";
import { aVisitor } from "#testing/builders/actors.ts";
import { aRandomShop, shopPlan } from "#testing/builders/random-shop.ts";
import type { Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { bookAppointment } from "./book-appointment.ts";
import { BookAppointmentInput } from "./schema.ts";

const present = "2027-03-25T05:00:00Z";
const firstDate = "2027-03-26";
const window = { from: "2027-03-26T00:00:00Z", to: "2027-03-29T12:00:00Z" };
const visitor = { as: aVisitor, at: present };

/** Ends a transaction that succeeded without keeping anything. */
class Undo extends Error {}

/** What `work` gives, with nothing of it left behind. */
async function tried<T>(shop: Shop, work: (ctx: TenantContext) => Promise<T>): Promise<T> {
  let outcome: { value: T } | undefined;
  await shop
    .run(async (ctx) => {
      outcome = { value: await work(ctx) };
      throw new Undo();
    }, visitor)
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
  if (!outcome) throw new Error("Nothing was tried");
  return outcome.value;
}

type Wish = { serviceId: string; start: string; locationId?: string; staffId?: string };

function book(shop: Shop, wish: Wish): Promise<Result<unknown, RefusalReason>> {
  const input = BookAppointmentInput.parse({ ...wish, customer: { name: "Mia", email: "mia@example.com" } });
  return tried(shop, (ctx) => bookAppointment(ctx, input));
}

/** What is explained about the present, or (`asOf`) about a moment of the past that was like the present. */
async function reasonsFor(shop: Shop, wish: Wish, asOf?: string): Promise<string[]> {
  const question = { ...wish, ...(asOf && { askedAt: asOf }) };
  const explained = await shop.run((ctx) => explainTime(ctx, question), { at: present });
  if (!explained.ok) throw new Error(explained.message);
  expect(explained.value.offered).toBe(explained.value.reasons.length === 0);
  return explained.value.reasons.map((reason) => reason.code);
}

/** Visits that stay: limits and neighbours are worth nothing without any. */
async function bookSome(shop: Shop, count: number): Promise<void> {
  const asked = { ...window, serviceId: shop.service.id, audience: "customer" } as const;
  for (let index = 0; index < count; index++) {
    const found = await shop.run((ctx) => findSlots(ctx, asked), visitor);
    const slots = found.ok ? found.value.slots : [];
    const slot = slots[(index * 7) % Math.max(1, slots.length)];
    if (!slot) return;
    const input = BookAppointmentInput.parse({
      ...{ serviceId: shop.service.id, start: slot.start, locationId: slot.locationId },
      customer: { name: "Ida", email: "ida@example.com" },
    });
    expect(await shop.run((ctx) => bookAppointment(ctx, input), visitor)).toMatchObject({ ok: true });
  }
}

/** The wish as it is, or with a person, or with a place. */
function oneOf(shop: Shop, wish: Wish, dice: number): Wish {
  if (dice % 3 === 0) return wish;
  const [locationId, staffId] = [shop.locations, shop.staff].map((all) => all[dice % all.length]?.id);
  return { ...wish, ...(dice % 3 === 1 ? staffId && { staffId } : locationId && { locationId }) };
}

/** A few of many, spread evenly. */
function someOf<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === 0).slice(0, count);
}

describe("every time of a business", () => {
  useDatabase();

  it("is offered and books, or is refused for a reason that the explanation gives as well", async () => {
    const seen = { offered: 0, refused: 0, reasons: new Set<string>() };
    const property = fc.asyncProperty(shopPlan, fc.nat(4), async (plan, shift) => {
      const shop = await aRandomShop(plan, firstDate);
      const serviceId = shop.service.id;
      await bookSome(shop, shift);
      const found = await shop.run(
        (ctx) => findSlots(ctx, { ...window, serviceId, audience: "customer" }),
        visitor,
      );
      if (!found.ok) throw new Error(found.message);
      for (const { start, locationId, staffIds } of someOf(found.value.slots, 6)) {
        seen.offered++;
        expect(await reasonsFor(shop, { serviceId, start, locationId })).toEqual([]);
        expect(await book(shop, { serviceId, start, locationId })).toMatchObject({ ok: true });
        const [staffId = ""] = staffIds;
        expect(await book(shop, { serviceId, start, locationId, staffId })).toMatchObject({ ok: true });
      }
      const offered = new Set(found.value.slots.map((slot) => slot.start));
      for (
        let minute = parseInstant(window.from) + 45 * shift;
        minute < parseInstant(window.to);
        minute += 225
      ) {
        const start = formatInstant(minute);
        if (offered.has(start)) continue;
        seen.refused++;
        const wish = oneOf(shop, { serviceId, start }, seen.refused);
        const refused = await book(shop, wish);
        expect(refused, start).toMatchObject({ ok: false });
        const because = !refused.ok && String(refused.details?.because);
        const reasons = await reasonsFor(shop, wish, seen.refused % 2 ? present : undefined);
        expect(reasons, start).toContain(because);
        for (const reason of reasons) seen.reasons.add(reason);
      }
    });
    const reasons = ["closed", "notWorking", "offGrid", "taken", "tooFar"];
    const shown = () =>
      seen.offered > 40 && seen.refused > 300 && reasons.every((reason) => seen.reasons.has(reason));
    await assertUntil(property, { numRuns: 25, shown });
  }, 240_000);
});
