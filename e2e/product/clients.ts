import { randomUUID } from "node:crypto";
import type { Product } from "./product.ts";

/** How one request of a race ended. */
export type Outcome = { won: boolean; status: number; body: string };

export type Slot = {
  slug: string;
  serviceId: string;
  staffId?: string | undefined;
  locationId?: string | undefined;
  /** Of a class. */
  seats?: number | undefined;
  start: string;
};

/** POST …/appointments, as a developer's program or another page would. */
export async function bookThroughApi(
  product: Product,
  slot: Slot,
  key: string = randomUUID(),
): Promise<Outcome> {
  const response = await fetch(`${product.url}/api/booking/v1/${slot.slug}/appointments`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": key },
    body: JSON.stringify({
      service_id: slot.serviceId,
      staff_id: slot.staffId,
      location_id: slot.locationId,
      seats: slot.seats,
      start_time: slot.start,
      customer: { name: "Race Runner", email: `runner-${key.slice(0, 8)}@customer.example` },
    }),
  });
  return { won: response.status === 201, status: response.status, body: await response.text() };
}

/** PUT …/appointments/:id/reschedule, for a visit that is booked already. */
export async function rescheduleThroughApi(
  product: Product,
  visit: { id: string; token: string },
  slot: Slot,
): Promise<Outcome> {
  const path = `/api/booking/v1/${slot.slug}/appointments/${visit.id}/reschedule?token=${visit.token}`;
  const response = await fetch(product.url + path, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ start_time: slot.start, staff_id: slot.staffId }),
  });
  return { won: response.status === 200, status: response.status, body: await response.text() };
}

/** The booking page's own form, which keeps the time for ten minutes. */
export async function holdThroughPage(product: Product, slot: Slot & { service: string }): Promise<Outcome> {
  const response = await fetch(`${product.url}/${slot.slug}/book/hold`, {
    method: "POST",
    redirect: "manual",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: product.url },
    body: new URLSearchParams({ service: slot.service, staff: slot.staffId ?? "any", start: slot.start }),
  });
  const won = response.status === 303 && (response.headers.get("location") ?? "").includes("/book/details");
  return { won, status: response.status, body: await response.text() };
}

/** The dashboard's "New appointment", by somebody who is signed in. */
export async function bookThroughDashboard(product: Product, cookie: string, slot: Slot): Promise<Outcome> {
  const response = await fetch(`${product.url}/api/trpc/appointments.book`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: product.url, Cookie: cookie },
    body: JSON.stringify({
      ...{ serviceId: slot.serviceId, staffId: slot.staffId, start: slot.start },
      customer: { name: "Caller" },
      notify: false,
    }),
  });
  return { won: response.status === 200, status: response.status, body: await response.text() };
}

/** Signs in by the plain form and chooses the business; returns the cookies. */
export async function signIn(
  product: Product,
  email: string,
  password: string,
  businessId: string,
): Promise<string> {
  const response = await fetch(`${product.url}/sign-in/password`, {
    method: "POST",
    redirect: "manual",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: product.url },
    body: new URLSearchParams({ email, password, callbackUrl: "/dashboard" }),
  });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  return [...cookies, `slotkeeper-business=${businessId}`].join("; ");
}
