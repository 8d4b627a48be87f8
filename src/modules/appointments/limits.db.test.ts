import { describe, expect, it } from "vitest";
import { aVisitor } from "#testing/builders/actors.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { bookAppointment } from "./book-appointment.ts";
import { bookManually } from "./book-manually.ts";
import { rescheduleAppointment } from "./reschedule-appointment.ts";
import { BookAppointmentInput, BookManuallyInput } from "./schema.ts";

const today = "2030-03-01T00:00:00Z";
const visitor = { as: aVisitor, at: today };
/** A Tuesday, from nine to five in UTC. */
const at = (hour: number, day = 5) => `2030-03-0${day}T${String(hour).padStart(2, "0")}:00:00Z`;

const database = useDatabase();

function book(shop: Shop, overrides: Partial<BookAppointmentInput> & { start: string }) {
  const customer = { name: "Mia Wong", email: `mia-${Date.parse(overrides.start)}@example.com` };
  const input = BookAppointmentInput.parse({ serviceId: shop.service.id, customer, ...overrides });
  return shop.run((ctx) => bookAppointment(ctx, input), visitor);
}

/** Books the starts all at once; how many were booked, and why the others were not. */
async function race(bookings: Promise<Awaited<ReturnType<typeof book>>>[]) {
  const outcomes = await Promise.all(bookings);
  const refused = outcomes.flatMap((it) => (it.ok ? [] : [it.details?.because]));
  return { booked: outcomes.length - refused.length, because: [...new Set(refused)] };
}

const hours = [9, 10, 11, 12, 13, 14, 15, 16];

describe("a limit per day", () => {
  it("of the service holds when everybody books another time at once", async () => {
    const shop = await aShop({ timeZone: "UTC" }).withStaff().withStaff().withService({ maxPerDay: 3 });
    const bookings = hours.map((hour) => book(shop, { start: at(hour) }));
    expect(await race(bookings)).toEqual({ booked: 3, because: ["dayLimit"] });
    expect(await book(shop, { start: at(9, 6) })).toMatchObject({ ok: true });
  });

  it("of a person holds across services", async () => {
    const shop = await aShop({ timeZone: "UTC" })
      .withStaff({ name: "Ada", maxPerDay: 2 })
      .withService()
      .withService();
    const bookings = hours.map((hour, index) =>
      book(shop, { start: at(hour), serviceId: shop.services[index % 2]?.id ?? "" }),
    );
    expect(await race(bookings)).toEqual({ booked: 2, because: ["dayLimit"] });
  });

  it("is overruled by the team, and binds who reschedules", async () => {
    const shop = await aShop({ timeZone: "UTC" }).withService({ maxPerDay: 1 });
    expect(await book(shop, { start: at(9) })).toMatchObject({ ok: true });
    const other = await book(shop, { start: at(9, 6) });
    if (!other.ok) throw new Error(other.message);
    const move = (start: string) =>
      shop.run((ctx) => rescheduleAppointment(ctx, { token: other.value.manageToken, start }), visitor);
    expect(await move(at(11))).toMatchObject({ reason: "notOffered", details: { because: "dayLimit" } });
    expect(await move(at(11, 6))).toMatchObject({ ok: true });
    const request = { serviceId: shop.service.id, staffId: shop.staff[0].id, start: at(11) };
    const input = BookManuallyInput.parse({ ...request, customer: { name: "Caller" } });
    expect(await shop.run((ctx) => bookManually(ctx, input), { at: today })).toMatchObject({
      value: { overruled: "No more visits can be booked on this day." },
    });
  });
});

describe("travel between places", () => {
  it("keeps rivals apart who book the same person at two places at once", async () => {
    const shop = await aShop({ timeZone: "UTC" }).withLocation().withLocation();
    const [here, there] = shop.locations.map(({ id }) => id) as [string, string];
    await database.superuser.query(
      "INSERT INTO travel_time (tenant_id, from_location_id, to_location_id, minutes) VALUES ($1, $2, $3, 45), ($1, $3, $2, 45)",
      [shop.tenantId, here, there],
    );
    for (const day of [5, 6, 7, 8]) {
      const rivals = [
        book(shop, { start: at(9, day), locationId: here }),
        book(shop, { start: at(10, day), locationId: there }),
      ];
      const outcome = await race(rivals);
      expect(outcome.booked).toBe(1);
    }
    expect(await book(shop, { start: at(12, 5), locationId: there })).toMatchObject({ ok: true });
  });
});

describe("who gets a visit for anybody", () => {
  async function shares(assignment: "order" | "load" | "weight", weights: number[] = []): Promise<string[]> {
    const shop = await aShop({ timeZone: "UTC" })
      .withStaff({ name: "Ada" })
      .withStaff({ name: "Bea" })
      .withService({ assignment });
    for (const [index, weight] of weights.entries()) {
      await database.superuser.query("UPDATE staff_service SET weight = $2 WHERE staff_id = $1", [
        shop.staff[index]?.id,
        weight,
      ]);
    }
    const names: string[] = [];
    for (const hour of hours.slice(0, 6)) {
      const outcome = await book(shop, { start: at(hour) });
      names.push(outcome.ok ? outcome.value.appointment.staff.name : outcome.message);
    }
    return names;
  }

  it("is the first in display order, the least booked, or whoever is short of their share", async () => {
    expect(await shares("order")).toEqual(["Ada", "Ada", "Ada", "Ada", "Ada", "Ada"]);
    expect(await shares("load")).toEqual(["Ada", "Bea", "Ada", "Bea", "Ada", "Bea"]);
    expect((await shares("weight", [2, 1])).toSorted()).toEqual(["Ada", "Ada", "Ada", "Ada", "Bea", "Bea"]);
  });
});
