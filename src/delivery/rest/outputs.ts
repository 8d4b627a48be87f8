import { pictureAddress } from "#delivery/booking-pages/outside-address.ts";
import type { AppointmentView } from "#modules/appointments/schema.ts";
import type { Service } from "#modules/catalog/schema.ts";
import type { StaffMember } from "#modules/staff/schema.ts";
import type { Location } from "#modules/tenants/schema.ts";

/** What the public endpoints give: the published snake_case names. Nothing that only the team may see. */

export function serviceJson(service: Service, currency: string) {
  return {
    id: service.id,
    slug: service.slug,
    name: service.name,
    description: service.description,
    category: service.categoryName,
    image_url: service.imageUrl && pictureAddress(service.imageUrl),
    kind: service.kind,
    /** Seats of a session; null where a visit is one party's. */
    capacity: service.kind === "class" ? service.capacity : null,
    duration_minutes: service.durationMin,
    price_cents: service.priceMinor,
    price_kind: service.priceKind,
    currency,
    requires_approval: service.requiresApproval,
    staff_ids: service.staffIds,
    location_ids: service.locationIds,
    display_order: service.position,
  };
}

export function staffJson(member: StaffMember) {
  return {
    id: member.id,
    name: member.name,
    title: member.title,
    bio: member.bio,
    avatar_url: member.photoUrl && pictureAddress(member.photoUrl),
    service_ids: member.serviceIds,
    location_ids: member.locationIds,
    display_order: member.position,
  };
}

export function locationJson(location: Location) {
  return {
    id: location.id,
    name: location.name,
    address_line1: location.addressLine1,
    address_line2: location.addressLine2,
    city: location.city,
    state: location.region,
    postal_code: location.postalCode,
    country: location.country,
    timezone: location.timeZone,
    phone: location.phone,
    email: location.email,
    latitude: location.latitude,
    longitude: location.longitude,
    is_primary: location.isPrimary,
    display_order: location.position,
  };
}

export function appointmentJson(view: AppointmentView) {
  const minutes = (Date.parse(view.end) - Date.parse(view.start)) / 60_000;
  return {
    id: view.id,
    confirmation_code: view.code,
    status: view.status,
    booking_source: view.source,
    service_id: view.service.id,
    service_name: view.service.name,
    staff_id: view.staff.id,
    staff_name: view.staff.name,
    with_staff: view.withStaff,
    resources: view.resources,
    location_id: view.location.id,
    session_id: view.sessionId,
    seats: view.seats,
    start_time: view.start,
    end_time: view.end,
    duration_minutes: minutes,
    timezone: view.timeZone,
    local_start_time: view.wallStart,
    customer: { name: view.customer.name, email: view.customer.email, phone: view.customer.phone },
    notes: view.notes,
    total_price_cents: view.priceMinor,
    currency: view.currency,
    changeable_until: view.changeableUntil,
    changeable: view.changeable,
    cancelled_at: view.cancelledAt,
    cancellation_reason: view.cancelReason,
    created_at: view.createdAt,
  };
}
