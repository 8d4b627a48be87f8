import type { BuilderBusiness, SiteHostView } from "#modules/builders/schema.ts";
import type { Plan } from "#modules/plans/schema.ts";

/** What the platform API answers with, under its published names. */

export function businessJson(business: BuilderBusiness) {
  const { email, phone, website, address } = business;
  return {
    reference: business.reference,
    id: business.id,
    slug: business.slug,
    name: business.name,
    trade: business.kind,
    timezone: business.timeZone,
    currency: business.currency,
    locale: business.locale,
    contact: { email, phone, website },
    address: {
      line1: address.addressLine1,
      line2: address.addressLine2,
      city: address.city,
      region: address.region,
      postal_code: address.postalCode,
      country: address.country,
    },
    mode: business.mode,
    status: business.status,
    suspended_by: business.suspendedBy,
    plan: business.plan,
    booking_url: business.bookingUrl,
    site_hosts: business.siteHosts.map(siteHostJson),
    users: business.users,
    created_at: business.createdAt,
  };
}

export function siteHostJson({ host, status, record }: SiteHostView) {
  return { host, status, dns_record: record };
}

export function planJson(plan: Plan) {
  const { limits } = plan;
  return {
    id: plan.id,
    name: plan.name,
    description: plan.description,
    price_cents: plan.priceMinor,
    currency: plan.currency,
    limits: {
      locations: limits.locations,
      staff: limits.staff,
      services: limits.services,
      bookings_per_month: limits.bookingsPerMonth,
    },
    sms_per_month: plan.smsPerMonth,
    features: plan.features,
  };
}
