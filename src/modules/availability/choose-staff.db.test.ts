import { describe, expect, it } from "vitest";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { addTimeOff } from "./add-time-off.ts";
import { chooseStaff } from "./choose-staff.ts";
import type { ChooseStaffInput } from "./schema.ts";

const database = useDatabase();
const now = "2026-11-20T12:00:00Z";

/** Ten o'clock in Berlin unless another start is asked for. */
function choose(shop: Shop, input: Partial<ChooseStaffInput> = {}) {
  const wish = {
    serviceId: shop.service.id,
    start: "2026-12-01T09:00:00Z",
    audience: "customer" as const,
    ...input,
  };
  return shop.run((ctx) => chooseStaff(ctx, wish), { at: now });
}

async function block(shop: Shop, staffId: string, [start, end]: [string, string]) {
  await database.superuser.query(
    `INSERT INTO occupancy (tenant_id, id, subject_id, starts_at, ends_at, kind)
     VALUES ($1, gen_random_uuid(), $2, $3, $4, 'block')`,
    [shop.tenantId, staffId, `2026-12-01T${start}:00Z`, `2026-12-01T${end}:00Z`],
  );
}

async function namesOf(shop: Shop, input: Partial<ChooseStaffInput> = {}) {
  const chosen = await choose(shop, input);
  if (!chosen.ok) return chosen.message;
  return chosen.value.candidates.map(
    ({ staffId }) => shop.staff.find((person) => person.id === staffId)?.name,
  );
}

describe("who takes a visit", () => {
  it("is the least booked that day first, then the first in display order", async () => {
    const shop = await aShop()
      .withStaff({ name: "Ada" })
      .withStaff({ name: "Ben" })
      .withStaff({ name: "Cy" });
    const [ada, ben] = shop.staff.map((person) => person.id) as [string, string];
    expect(await namesOf(shop)).toEqual(["Ada", "Ben", "Cy"]);
    await block(shop, ada, ["13:00", "15:00"]);
    await block(shop, ben, ["13:00", "14:00"]);
    expect(await namesOf(shop)).toEqual(["Cy", "Ben", "Ada"]);
    await block(shop, ben, ["09:30", "09:45"]);
    expect(await namesOf(shop)).toEqual(["Cy", "Ada"]);
  });

  it("comes with the location and its zone", async () => {
    const shop = await aShop({ timeZone: "Europe/Berlin" });
    expect(await choose(shop)).toEqual({
      ok: true,
      value: {
        candidates: [
          {
            staffId: shop.staff[0].id,
            locationId: shop.location.id,
            timeZone: "Europe/Berlin",
            withStaffIds: [],
            unitIds: [],
          },
        ],
      },
    });
  });

  it("may be anybody free at any minute when the team asks", async () => {
    const shop = await aShop().withStaff({ name: "Ada", opens: "09:00", closes: "10:00" });
    const night = { start: "2026-12-01T01:07:00Z", audience: "member" as const };
    expect(await namesOf(shop, night)).toEqual(["Ada"]);
    await block(shop, shop.staff[0].id, ["02:00", "03:00"]);
    expect(await namesOf(shop, night)).toBe("Ada is already booked at this time.");
  });
});

describe("why nobody takes it", () => {
  it("says that the time is taken", async () => {
    const shop = await aShop().withStaff({ name: "Ada" }).withStaff({ name: "Ben" });
    for (const { id } of shop.staff) await block(shop, id, ["09:30", "10:30"]);
    expect(await choose(shop)).toMatchObject({
      ok: false,
      reason: "slotTaken",
      message: "Everybody is already booked at this time.",
    });
  });

  it.each([
    [
      "a time between those offered",
      "2026-12-01T09:05:00Z",
      "Visits do not start at this time. Please choose one of the times offered.",
      "offGrid",
    ],
    [
      "a time outside of working hours",
      "2026-12-01T20:00:00Z",
      "Ada does not work at this time.",
      "notWorking",
    ],
    [
      "a visit that would not end in time",
      "2026-12-01T15:30:00Z",
      "Ada does not work at this time.",
      "endsTooLate",
    ],
    ["a time that is too soon", "2026-11-20T13:00:00Z", "Please book at least 2 hours ahead.", "tooSoon"],
    ["a time that has passed", "2026-11-19T13:00:00Z", "This time has already passed.", "passed"],
    [
      "a time beyond the horizon",
      "2027-03-01T10:00:00Z",
      "This is too far ahead to be booked yet.",
      "tooFar",
    ],
  ])("says why for %s", async (_, start, message, because) => {
    const shop = await aShop({ noticeMin: 120, horizonDays: 60 }).withStaff({ name: "Ada" });
    const refusal = { ok: false, reason: "notOffered", message, details: { because } };
    expect(await choose(shop, { start })).toEqual(refusal);
  });

  it("says that visits start on the minute", async () => {
    const start = "2026-12-01T09:00:30Z";
    const refusal = { ok: false, reason: "notOffered", message: "Visits start on the minute." };
    expect(await choose(await aShop(), { start })).toEqual(refusal);
  });

  it("counts time off as not working, not as booked", async () => {
    const shop = await aShop().withStaff({ name: "Ada" });
    const dates = { dateFrom: "2026-12-01", dateTo: "2026-12-01" };
    await shop.run((ctx) => addTimeOff(ctx, { staffId: shop.staff[0].id, ...dates }));
    expect(await namesOf(shop)).toBe("Ada does not work at this time.");
  });

  it("knows that a suspended business takes no bookings, except from its team", async () => {
    const shop = await aShop({ status: "suspended" });
    expect(await namesOf(shop)).toBe("This business does not take bookings at the moment.");
    expect(await choose(shop, { audience: "member" })).toMatchObject({ ok: true });
  });

  it("does not find a person of another business", async () => {
    const shop = await aShop();
    const other = await aShop();
    expect(await choose(shop, { staffId: other.staff[0].id })).toMatchObject({
      ok: false,
      reason: "notFound",
    });
  });
});
