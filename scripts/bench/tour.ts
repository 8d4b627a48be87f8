import type pg from "pg";
import { bookThroughApi, signIn } from "../../e2e/product/clients.ts";
import type { Product } from "../../e2e/product/product.ts";
import { demoPassword } from "../../prisma/seed/write-logins.ts";

/** A page, and the Cookie header it is asked for with ("" for a customer, who has none). */
export type Stop = { name: string; kind: "booking" | "dashboard"; url: string; cookie: string };

type OfferedSlot = { start_time: string; staff_ids: string[] };

const salon = "harlow-and-vine";
const dashboardPages = ["", "appointments", "customers", "services", "staff", "locations", "settings"];

/** Every step of booking at the demo salon and every page of its dashboard, each by its address. */
export async function tourOf(product: Product, superuser: pg.Client): Promise<Stop[]> {
  return [...(await bookingStops(product)), ...(await dashboardStops(product, superuser))];
}

/** The customer's steps. Holds one time for the form and books another for the pages that follow. */
export async function bookingStops(product: Product): Promise<Stop[]> {
  const base = `${product.url}/${salon}`;
  const { service, slots } = await findTimes(product);
  const [held, booked] = [slots[0], slots.at(-1)];
  if (!held || !booked || held === booked) throw new Error("The demo salon has too few free times");
  const token = await manageTokenOf(product, { service, slot: booked });
  const addresses: [string, string][] = [
    ["landing", `${base}/`],
    ["time", `${base}/book?service=${service.slug}`],
    ["details", await holdFor(product, { service, slot: held })],
    ["booked", `${base}/booked/${token}`],
    ["manage", `${base}/manage/${token}`],
    ["reschedule", `${base}/manage/${token}/reschedule`],
  ];
  return addresses.map(([name, url]) => ({ name, kind: "booking", url, cookie: "" }));
}

type Wish = { service: { id: string; slug: string }; slot: OfferedSlot };

async function findTimes(product: Product) {
  const api = `${product.url}/api/booking/v1/${salon}`;
  const { services } = (await readJson(`${api}/services`)) as { services: { id: string; slug: string }[] };
  const service = services[0];
  if (!service) throw new Error("The demo salon has no services");
  const date = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const query = `service_id=${service.id}&date=${date}&days=7`;
  const { slots } = (await readJson(`${api}/availability?${query}`)) as { slots: OfferedSlot[] };
  return { service, slots };
}

/** Keeps the time by the page's own form; the address of the form that follows. */
async function holdFor(product: Product, { service, slot }: Wish): Promise<string> {
  const response = await fetch(`${product.url}/${salon}/book/hold`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: product.url },
    body: new URLSearchParams({ service: service.slug, staff: "any", start: slot.start_time }),
  });
  const location = response.headers.get("location") ?? "";
  if (!location.includes("hold=")) throw new Error(`The time could not be held (${response.status})`);
  return new URL(location, product.url).href;
}

async function manageTokenOf(product: Product, { service, slot }: Wish): Promise<string> {
  const wish = { slug: salon, serviceId: service.id, staffId: slot.staff_ids[0], start: slot.start_time };
  const booked = await bookThroughApi(product, wish);
  if (!booked.won) throw new Error(`The time could not be booked (${booked.status})`);
  return (JSON.parse(booked.body) as { manage_token: string }).manage_token;
}

async function dashboardStops(product: Product, superuser: pg.Client): Promise<Stop[]> {
  const { rows } = await superuser.query<{ id: string }>("SELECT id FROM tenant WHERE slug = $1", [salon]);
  const cookie = await signIn(product, `owner@${salon}.example`, demoPassword, rows[0]?.id ?? "");
  const pages = dashboardPages.map((path): Stop => {
    const url = `${product.url}/dashboard${path && `/${path}`}`;
    return { name: path || "calendar", kind: "dashboard", url, cookie };
  });
  return [{ name: "sign-in", kind: "dashboard", url: `${product.url}/sign-in`, cookie: "" }, ...pages];
}

async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response.json();
}
