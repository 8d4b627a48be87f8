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
  const { kind, staffId, locationId, weekday, interval, days, reason } = rule;
  return {
    kind,
    staffId,
    locationId,
    weekday,
    startMinute: interval?.[0],
    endMinute: interval?.[1],
    dateFrom: days && new Date(`${formatLocalDate(days.from)}T00:00:00Z`),
    dateTo: days && new Date(`${formatLocalDate(days.to)}T00:00:00Z`),
    reason,
  };
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
    data: services.map(({ staff: _staff, locations: _locations, popularity: _popularity, ...service }) => ({
      ...service,
      tenantId,
    })),
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
      .map((person) => ({ tenantId, staffId: person.id, serviceId: service.id })),
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
