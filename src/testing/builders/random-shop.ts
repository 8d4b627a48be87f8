import fc from "fast-check";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { aShop, type Shop } from "./shop.ts";

/** A random business: what it offers and by which rules, within a few days of `firstDate`. */
export type ShopPlan = {
  zone: string;
  secondPlace: { zone: string; travelMin: number } | null;
  staffCount: number;
  service: {
    durationMin: number;
    slotIntervalMin: number;
    startGrid: string;
    bufferBeforeMin: number;
    bufferAfterMin: number;
    noticeMin: number | null;
    horizonDays: number | null;
    staffNeeded: number;
    assignment: string;
    maxPerDay: number | null;
    maxPerWeek: number | null;
  };
  staffLimit: number | null;
  units: number | null;
  rules: PlannedRule[];
  holidayCountry: string | null;
  claims: { staff: number; hour: number; hours: number }[];
};

type PlannedRule = {
  kind: "weekly" | "monthly" | "override" | "time_off";
  scope: "business" | "location" | "staff" | "staffAtLocation" | "service" | "resource";
  staff: number;
  weekday: number;
  hours: readonly [number, number] | null;
  everyWeeks: number;
  nthOfMonth: number;
  priority: number;
  day: number;
  days: number;
};

const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "America/Santiago",
];
const hours = fc.option(
  fc
    .tuple(fc.integer({ min: 12, max: 44 }), fc.integer({ min: 4, max: 40 }))
    .map(([start, length]) => [start * 30, start * 30 + length * 30] as const),
  { nil: null, freq: 6 },
);

const rule: fc.Arbitrary<PlannedRule> = fc.record({
  kind: fc.constantFrom("weekly", "weekly", "monthly", "override", "time_off"),
  scope: fc.constantFrom("business", "location", "staff", "staffAtLocation", "service", "resource"),
  staff: fc.nat(2),
  weekday: fc.integer({ min: 1, max: 7 }),
  hours,
  everyWeeks: fc.integer({ min: 1, max: 3 }),
  nthOfMonth: fc.constantFrom(-1, 1, 2, 3, 4, 5),
  priority: fc.integer({ min: -1, max: 1 }),
  day: fc.nat(6),
  days: fc.nat(2),
});

/** A random business of three staff members at most. */
export const shopPlan: fc.Arbitrary<ShopPlan> = fc.record({
  zone: fc.constantFrom(...zones),
  secondPlace: fc.option(
    fc.record({ zone: fc.constantFrom(...zones), travelMin: fc.constantFrom(0, 25, 90) }),
    { freq: 2 },
  ),
  staffCount: fc.integer({ min: 1, max: 3 }),
  service: fc.record({
    durationMin: fc.constantFrom(30, 45, 60, 90),
    slotIntervalMin: fc.constantFrom(15, 20, 30, 60),
    startGrid: fc.constantFrom("hours", "clock"),
    bufferBeforeMin: fc.constantFrom(0, 0, 10),
    bufferAfterMin: fc.constantFrom(0, 0, 15),
    noticeMin: fc.constantFrom(null, 0, 1800),
    horizonDays: fc.constantFrom(null, 2, 30),
    staffNeeded: fc.constantFrom(1, 1, 1, 2),
    assignment: fc.constantFrom("order", "load", "weight"),
    maxPerDay: fc.constantFrom(null, null, 1, 2),
    maxPerWeek: fc.constantFrom(null, null, 3),
  }),
  staffLimit: fc.constantFrom(null, null, 1, 2),
  units: fc.constantFrom(null, null, 1, 2),
  rules: fc.array(rule, { maxLength: 12 }),
  holidayCountry: fc.constantFrom(null, null, "DE", "AU"),
  claims: fc.array(
    fc.record({
      staff: fc.nat(2),
      hour: fc.integer({ min: 7, max: 80 }),
      hours: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 8 },
  ),
});

/** Makes the planned business; `firstDate` is the first of the days its rules are about. */
export async function aRandomShop(plan: ShopPlan, firstDate: string): Promise<Shop> {
  const builder = aShop({ timeZone: plan.zone, noticeMin: 60, horizonDays: 90 })
    .withLocation({ timeZone: plan.zone })
    .withService({ slug: "the-service" });
  if (plan.secondPlace) builder.withLocation({ timeZone: plan.secondPlace.zone });
  for (let index = 0; index < plan.staffCount; index++)
    builder.withStaff({ opens: "08:00", closes: "18:00" });
  const shop = await builder;
  await shop.run(async (ctx) => {
    const where = { id: shop.service.id };
    await ctx.db.service.updateMany({ where, data: plan.service });
    if (plan.staffLimit) await ctx.db.staff.updateMany({ where: {}, data: { maxPerDay: plan.staffLimit } });
    await writeTravel(ctx, shop, plan);
    const resourceId = plan.units ? await writeResource(ctx, shop, plan.units) : null;
    await writeRules(ctx, { shop, plan, resourceId, firstDate });
    if (plan.holidayCountry) {
      const calendar = { tenantId: ctx.tenantId, id: newId(), country: plan.holidayCountry };
      await ctx.db.holidayCalendar.create({ data: calendar });
    }
    await writeClaims(ctx, { shop, plan, firstDate });
  });
  return shop;
}

async function writeTravel(ctx: TenantContext, shop: Shop, plan: ShopPlan): Promise<void> {
  const [first, second] = shop.locations;
  if (!plan.secondPlace?.travelMin || !first || !second) return;
  const { travelMin: minutes } = plan.secondPlace;
  const { tenantId } = ctx;
  await ctx.db.travelTime.createMany({
    data: [
      { tenantId, fromLocationId: first.id, toLocationId: second.id, minutes },
      { tenantId, fromLocationId: second.id, toLocationId: first.id, minutes },
    ],
  });
}

async function writeResource(ctx: TenantContext, shop: Shop, units: number): Promise<string> {
  const { tenantId } = ctx;
  const resourceId = newId();
  await ctx.db.resource.create({ data: { tenantId, id: resourceId, name: "Room" } });
  const data = Array.from({ length: units }, (_, index) => ({
    ...{ tenantId, id: newId(), resourceId, number: index + 1 },
  }));
  await ctx.db.resourceUnit.createMany({ data });
  await ctx.db.serviceResource.create({ data: { tenantId, serviceId: shop.service.id, resourceId } });
  return resourceId;
}

type Setting = { shop: Shop; plan: ShopPlan; resourceId: string | null; firstDate: string };

async function writeRules(ctx: TenantContext, { shop, plan, resourceId, firstDate }: Setting): Promise<void> {
  const dateAt = (day: number) => new Date(Date.parse(`${firstDate}T00:00:00Z`) + day * 86_400_000);
  const rows = plan.rules.map((planned) => {
    const { kind, weekday, hours: span, everyWeeks, nthOfMonth, priority, day, days } = planned;
    const recurring = kind === "weekly" || kind === "monthly";
    return {
      tenantId: ctx.tenantId,
      id: newId(),
      kind,
      priority,
      ...scopeOf(planned, shop, resourceId),
      startMinute: span?.[0] ?? null,
      endMinute: span?.[1] ?? null,
      ...(recurring ? { weekday } : { dateFrom: dateAt(day), dateTo: dateAt(day + days) }),
      ...(kind === "weekly" && everyWeeks > 1 ? { everyWeeks, anchorDate: dateAt(day) } : {}),
      ...(kind === "monthly" ? { nthOfMonth } : {}),
    };
  });
  await ctx.db.availabilityRule.createMany({ data: rows });
}

function scopeOf({ scope, staff }: PlannedRule, shop: Shop, resourceId: string | null) {
  const staffId = (shop.staff[staff % shop.staff.length] ?? shop.staff[0]).id;
  const locationId = shop.location.id;
  if (scope === "location") return { locationId };
  if (scope === "staff") return { staffId };
  if (scope === "staffAtLocation") return { staffId, locationId };
  if (scope === "service") return { serviceId: shop.service.id };
  return scope === "resource" && resourceId ? { resourceId } : {};
}

/** Blocks of whole hours since the first date's midnight; those that meet another one are left out. */
async function writeClaims(ctx: TenantContext, { shop, plan, firstDate }: Omit<Setting, "resourceId">) {
  for (const { staff, hour, hours: length } of plan.claims) {
    const start = Date.parse(`${firstDate}T00:00:00Z`) + hour * 3_600_000;
    const subject = (shop.staff[staff % shop.staff.length] ?? shop.staff[0]).id;
    const place = shop.locations[(hour + staff) % shop.locations.length]?.id;
    await ctx.sql("SELECT claim_time($1, 'block', NULL, NULL, $2, ARRAY[$3::uuid], $4, $5)", [
      ctx.tenantId,
      place,
      subject,
      new Date(start),
      new Date(start + length * 3_600_000),
    ]);
  }
}
