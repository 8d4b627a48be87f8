import type { TenantContext } from "#database/tenant-context.ts";
import { formatLocalDate } from "#kernel/time/local-date.ts";
import { demoPicture } from "./demo-business.ts";
import type { PlannedBusiness, PlannedRule } from "./plan-business.ts";
import type { Random } from "./random.ts";

/** Writes everything about a business but its appointments. `createdAt` in epoch milliseconds. */
export async function writeBusiness(
  ctx: TenantContext,
  plan: PlannedBusiness,
  createdAt: number,
): Promise<void> {
  await writeProfile(ctx, plan, new Date(createdAt));
  await writeLocations(ctx, plan);
  await writeCatalog(ctx, plan);
  await writeStaff(ctx, plan);
  await writeLinks(ctx, plan);
  await writeResources(ctx, plan);
  await writePlaces(ctx, plan);
  const customers = plan.customers.map((customer) => ({ tenantId: ctx.tenantId, ...customer }));
  await ctx.db.customer.createMany({ data: customers });
}

/** Rules need ids of their own. */
export async function writeRules(ctx: TenantContext, plan: PlannedBusiness, random: Random): Promise<void> {
  const data = plan.rules.map((rule) => ({
    tenantId: ctx.tenantId,
    id: random.uuid(),
    ...ruleColumns(rule),
  }));
  await ctx.db.availabilityRule.createMany({ data });
}

function ruleColumns(rule: PlannedRule) {
  const { kind, staffId, locationId, weekday, everyWeeks, anchor, nthOfMonth, interval, days, reason } = rule;
  return {
    kind,
    staffId,
    locationId,
    weekday,
    everyWeeks,
    anchorDate: anchor === undefined ? undefined : dateOf(anchor),
    nthOfMonth,
    startMinute: interval?.[0],
    endMinute: interval?.[1],
    dateFrom: days && dateOf(days.from),
    dateTo: days && dateOf(days.to),
    reason,
  };
}

/** Midnight UTC of a day since 1970-01-01, as date columns want it. */
export function dateOf(day: number): Date {
  return new Date(`${formatLocalDate(day)}T00:00:00Z`);
}

async function writeProfile(
  ctx: TenantContext,
  { business }: PlannedBusiness,
  createdAt: Date,
): Promise<void> {
  const { slug, name, kind, tagline, description, phone, timeZone, currency, locale } = business;
  const { accentColor, cancellationWindowMin, noticeMin, horizonDays, policyText } = business;
  await ctx.db.tenant.create({
    data: {
      id: ctx.tenantId,
      ...{ slug, name, kind, tagline, description, phone, timeZone, currency, locale },
      ...{ accentColor, cancellationWindowMin, noticeMin, horizonDays, policyText },
      email: `hello@${slug}.example`,
      website: `https://${slug}.example`,
      logoUrl: demoPicture(slug, "logo"),
      photoUrl: demoPicture(slug, "cover"),
      createdAt,
    },
    select: { id: true },
  });
}

async function writeLocations(ctx: TenantContext, { business, locations }: PlannedBusiness): Promise<void> {
  const data = locations.map(({ key: _key, hours: _hours, ...location }, position) => ({
    ...location,
    tenantId: ctx.tenantId,
    timeZone: business.timeZone,
    email: `hello@${business.slug}.example`,
    isPrimary: position === 0,
    position,
  }));
  await ctx.db.location.createMany({ data });
}

async function writeCatalog(ctx: TenantContext, { categories, services }: PlannedBusiness): Promise<void> {
  const { tenantId } = ctx;
  await ctx.db.serviceCategory.createMany({
    data: categories.map((category, position) => ({ ...category, tenantId, position })),
  });
  await ctx.db.service.createMany({
    data: services.map((service) => {
      const { staff: _staff, locations: _locations, popularity: _popularity, ...rest } = service;
      const { weights: _weights, needs: _needs, ...columns } = rest;
      return { ...columns, priceKind: service.kind === "class" ? "per_person" : "fixed", tenantId };
    }),
  });
}

async function writeStaff(ctx: TenantContext, { business, staff }: PlannedBusiness): Promise<void> {
  const data = staff.map(({ key, hours: _hours, timeOff: _timeOff, ...person }, position) => ({
    ...person,
    tenantId: ctx.tenantId,
    email: `${key}@${business.slug}.example`,
    photoUrl: demoPicture(business.slug, key),
    position,
  }));
  await ctx.db.staff.createMany({ data });
}

/** Who performs what, who works where, and which services are tied to a place. */
async function writeLinks(
  ctx: TenantContext,
  { locations, services, staff }: PlannedBusiness,
): Promise<void> {
  const { tenantId } = ctx;
  const performs = services.flatMap((service) =>
    staff
      .filter((person) => !service.staff || service.staff.includes(person.key))
      .map((person) => ({
        ...{ tenantId, staffId: person.id, serviceId: service.id },
        weight: service.weights?.[person.key] ?? 1,
      })),
  );
  const worksAt = staff.flatMap((person) =>
    locations
      .filter((location) => person.hours.some((hours) => hours.location === location.key))
      .map((location) => ({ tenantId, staffId: person.id, locationId: location.id })),
  );
  const offeredAt = services.flatMap((service) =>
    locations
      .filter((location) => service.locations?.includes(location.key))
      .map((location) => ({ tenantId, locationId: location.id, serviceId: service.id })),
  );
  await ctx.db.staffService.createMany({ data: performs });
  await ctx.db.staffLocation.createMany({ data: worksAt });
  await ctx.db.locationService.createMany({ data: offeredAt });
}

/** Rooms and equipment, their units, and the services that need them. */
async function writeResources(ctx: TenantContext, plan: PlannedBusiness): Promise<void> {
  const { tenantId } = ctx;
  const { locations, services, resources } = plan;
  const placeOf = (key: string | undefined) => locations.find((location) => location.key === key)?.id;
  await ctx.db.resource.createMany({
    data: resources.map(({ id, name, kind, location }, position) => ({
      ...{ tenantId, id, name, kind, position },
      locationId: placeOf(location),
    })),
  });
  const units = resources.flatMap(({ id: resourceId, unitIds }) =>
    unitIds.map((id, index) => ({ tenantId, id, resourceId, number: index + 1 })),
  );
  await ctx.db.resourceUnit.createMany({ data: units });
  const needs = services.flatMap((service) =>
    (service.needs ?? []).flatMap((keys, index) =>
      resources
        .filter(({ key }) => keys.includes(key))
        .map(({ id: resourceId }) => ({
          ...{ tenantId, serviceId: service.id, resourceId },
          requirement: index + 1,
        })),
    ),
  );
  await ctx.db.serviceResource.createMany({ data: needs });
}

/** What concerns the places together: the ways between them, and the public holidays. */
async function writePlaces(ctx: TenantContext, { business, locations }: PlannedBusiness): Promise<void> {
  const { tenantId } = ctx;
  const idOf = (key: string) => locations.find((location) => location.key === key)?.id ?? "";
  const ways = (business.travel ?? []).flatMap(([from, to, minutes]) => [
    { tenantId, fromLocationId: idOf(from), toLocationId: idOf(to), minutes },
    { tenantId, fromLocationId: idOf(to), toLocationId: idOf(from), minutes },
  ]);
  await ctx.db.travelTime.createMany({ data: ways });
  if (!business.holidays) return;
  // The business's own id serves: it has one calendar.
  const calendar = { tenantId, id: tenantId, ...business.holidays };
  await ctx.db.holidayCalendar.create({ data: calendar, select: { id: true } });
}
