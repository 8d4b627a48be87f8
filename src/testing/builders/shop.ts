import { type Actor, type TenantContext, withTenant } from "#database/tenant-context.ts";
import { type Clock, fixedClock, systemClock } from "#kernel/clock.ts";
import { newId, type TenantId, tenantIdFrom } from "#kernel/ids.ts";

/** What a test says of a business; everything has a default. No notice is asked for, so that any time can be booked. */
export type ShopOverrides = {
  slug?: string;
  name?: string;
  timeZone?: string;
  currency?: string;
  locale?: string;
  noticeMin?: number;
  horizonDays?: number;
  cancellationWindowMin?: number;
  status?: "active" | "suspended" | "deleted";
};

export type LocationOverrides = { name?: string; timeZone?: string };

export type ServiceOverrides = {
  name?: string;
  slug?: string;
  durationMin?: number;
  priceMinor?: number;
  bufferBeforeMin?: number;
  bufferAfterMin?: number;
  slotIntervalMin?: number;
  noticeMin?: number;
  horizonDays?: number;
  requiresApproval?: boolean;
  online?: boolean;
  kind?: "individual" | "class";
  capacity?: number;
  priceKind?: "fixed" | "per_hour" | "per_person";
  staffNeeded?: number;
  assignment?: "order" | "load" | "weight";
  maxPerDay?: number;
  maxPerWeek?: number;
};

/** Hours are wall time `HH:MM`, the same on each of `weekdays` (ISO, every day by default). */
export type StaffOverrides = {
  name?: string;
  email?: string;
  opens?: string;
  closes?: string;
  weekdays?: readonly number[];
  maxPerDay?: number;
  maxPerWeek?: number;
};

export type BuiltLocation = { id: string; name: string; timeZone: string };
export type BuiltService = {
  id: string;
  slug: string;
  name: string;
  durationMin: number;
  priceMinor: number;
};
export type BuiltStaff = { id: string; name: string };

/** Who runs the work (the owner), and when it is (the present): an ISO instant or a clock. */
export type RunAs = { as?: Actor; at?: string | Clock };

export type Shop = {
  tenantId: TenantId;
  slug: string;
  timeZone: string;
  currency: string;
  /** The first of `services`, `staff`, `locations`. */
  service: BuiltService;
  services: BuiltService[];
  staff: [BuiltStaff, ...BuiltStaff[]];
  location: BuiltLocation;
  locations: BuiltLocation[];
  ownerUserId: string;
  owner: Actor;
  /** Runs `work` in the business's scope, as the gate would for a request. */
  run<T>(work: (ctx: TenantContext) => Promise<T>, by?: RunAs): Promise<T>;
};

type Plan = {
  shop: ShopOverrides;
  locations: LocationOverrides[];
  services: ServiceOverrides[];
  staff: StaffOverrides[];
};

/** A promise of a shop that can still be told more, until it is awaited. */
export type ShopBuilder = Promise<Shop> & {
  withLocation(overrides?: LocationOverrides): ShopBuilder;
  withService(overrides?: ServiceOverrides): ShopBuilder;
  withStaff(overrides?: StaffOverrides): ShopBuilder;
};

/**
 * A business that can be booked: `await aShop().withStaff({ opens: "09:00" }).withService({ durationMin: 30 })`.
 * Whatever is not said is made: one location that never closes, one service of an hour, one staff member from 09:00
 * to 17:00 every day. Every staff member performs every service at every location.
 */
export function aShop(overrides: ShopOverrides = {}): ShopBuilder {
  const plan: Plan = { shop: overrides, locations: [], services: [], staff: [] };
  // Built one turn later: the rest of the chain is said by then.
  const building = Promise.resolve().then(() => build(plan));
  const builder: ShopBuilder = Object.assign(building, {
    withLocation(location: LocationOverrides = {}) {
      plan.locations.push(location);
      return builder;
    },
    withService(service: ServiceOverrides = {}) {
      plan.services.push(service);
      return builder;
    },
    withStaff(staff: StaffOverrides = {}) {
      plan.staff.push(staff);
      return builder;
    },
  });
  return builder;
}

async function build(plan: Plan): Promise<Shop> {
  const tenantId = tenantIdFrom(newId());
  const ownerUserId = newId();
  const built = await withTenant({ tenantId, actor: { kind: "system", job: "test" } }, async (ctx) => {
    const business = await insertBusiness(ctx, plan.shop);
    await insertOwner(ctx, ownerUserId);
    const locations = await inTurn(atLeastOne(plan.locations), (it, index) =>
      insertLocation(ctx, { timeZone: business.timeZone, ...it }, index),
    );
    const services = await inTurn(atLeastOne(plan.services), (it, index) => insertService(ctx, it, index));
    const staff = await inTurn(atLeastOne(plan.staff), (it, index) => insertStaff(ctx, it, index));
    await linkEverything(ctx, { locations, services, staff });
    return { ...business, locations, services, staff };
  });
  const owner: Actor = { kind: "member", userId: ownerUserId, role: "owner" };
  const shop = {
    ...built,
    tenantId,
    service: built.services[0],
    location: built.locations[0],
    ownerUserId,
    owner,
    run: <T>(work: (ctx: TenantContext) => Promise<T>, by: RunAs = {}) =>
      withTenant({ tenantId, actor: by.as ?? owner, clock: clockAt(by.at) }, work),
  };
  return shop;
}

/** A clock that stands still at an ISO instant; the real one when none is given. */
function clockAt(at: string | Clock | undefined): Clock {
  if (at === undefined) return systemClock;
  return typeof at === "string" ? fixedClock(Date.parse(at)) : at;
}

function atLeastOne<T extends object>(items: T[]): (T | Record<string, never>)[] {
  return items.length > 0 ? items : [{}];
}

async function inTurn<In, Out>(
  items: readonly In[],
  make: (item: In, index: number) => Promise<Out>,
): Promise<[Out, ...Out[]]> {
  const made: Out[] = [];
  for (const [index, item] of items.entries()) made.push(await make(item, index));
  return made as [Out, ...Out[]];
}

async function insertBusiness(ctx: TenantContext, overrides: ShopOverrides) {
  const defaults = {
    timeZone: "Europe/Berlin",
    currency: "EUR",
    locale: "en-GB",
    noticeMin: 0,
    horizonDays: 365,
  };
  const slug = `shop-${ctx.tenantId.slice(0, 8)}`;
  const { timeZone, currency, ...rest } = { slug, name: "Test shop", ...defaults, ...overrides };
  await ctx.db.tenant.create({
    data: { id: ctx.tenantId, timeZone, currency, ...rest },
    select: { id: true },
  });
  return { slug: rest.slug, timeZone, currency };
}

async function insertOwner(ctx: TenantContext, userId: string): Promise<void> {
  const email = `owner-${userId.slice(0, 8)}@example.com`;
  await ctx.db.user.create({ data: { id: userId, email, name: "Olivia Owner" }, select: { id: true } });
  const membership = { tenantId: ctx.tenantId, id: newId(), userId, role: "owner" };
  await ctx.db.membership.create({ data: membership, select: { id: true } });
}

async function insertLocation(
  ctx: TenantContext,
  overrides: LocationOverrides & { timeZone: string },
  index: number,
): Promise<BuiltLocation> {
  const location = { id: newId(), name: `Location ${index + 1}`, ...overrides };
  const row = { ...location, tenantId: ctx.tenantId, position: index, isPrimary: index === 0 };
  await ctx.db.location.create({ data: row, select: { id: true } });
  await insertWeeklyHours(ctx, { locationId: location.id, opens: "00:00", closes: "24:00" });
  return location;
}

async function insertService(
  ctx: TenantContext,
  overrides: ServiceOverrides,
  index: number,
): Promise<BuiltService> {
  const number = index + 1;
  const defaults = {
    name: `Service ${number}`,
    slug: `service-${number}`,
    durationMin: 60,
    priceMinor: 5000,
  };
  const service = { id: newId(), ...defaults, ...overrides };
  const row = { ...service, tenantId: ctx.tenantId, position: index };
  await ctx.db.service.create({ data: row, select: { id: true } });
  return service;
}

async function insertStaff(
  ctx: TenantContext,
  overrides: StaffOverrides,
  index: number,
): Promise<BuiltStaff> {
  const { name = `Staff ${index + 1}`, opens = "09:00", closes = "17:00", weekdays, ...rest } = overrides;
  const id = newId();
  const row = { tenantId: ctx.tenantId, id, name, ...rest, position: index };
  await ctx.db.staff.create({ data: row, select: { id: true } });
  await insertWeeklyHours(ctx, { staffId: id, opens, closes, weekdays });
  return { id, name };
}

type WeeklyHours = {
  staffId?: string;
  locationId?: string;
  opens: string;
  closes: string;
  weekdays?: readonly number[];
};

async function insertWeeklyHours(ctx: TenantContext, hours: WeeklyHours): Promise<void> {
  const { staffId, locationId, opens, closes, weekdays = [1, 2, 3, 4, 5, 6, 7] } = hours;
  const data = weekdays.map((weekday) => ({
    tenantId: ctx.tenantId,
    id: newId(),
    staffId,
    locationId,
    kind: "weekly",
    weekday,
    startMinute: minutesOf(opens),
    endMinute: minutesOf(closes),
  }));
  await ctx.db.availabilityRule.createMany({ data });
}

/** Minutes from midnight of `HH:MM`. */
function minutesOf(wallTime: string): number {
  const [hours = 0, minutes = 0] = wallTime.split(":").map(Number);
  return hours * 60 + minutes;
}

type Parts = { locations: BuiltLocation[]; services: BuiltService[]; staff: BuiltStaff[] };

async function linkEverything(ctx: TenantContext, { locations, services, staff }: Parts): Promise<void> {
  const { tenantId } = ctx;
  const performs = staff.flatMap((person) =>
    services.map((service) => ({ tenantId, staffId: person.id, serviceId: service.id })),
  );
  const worksAt = staff.flatMap((person) =>
    locations.map((location) => ({ tenantId, staffId: person.id, locationId: location.id })),
  );
  await ctx.db.staffService.createMany({ data: performs });
  await ctx.db.staffLocation.createMany({ data: worksAt });
}
