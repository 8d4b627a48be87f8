import { describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { handleRestRequest } from "./handle-request.ts";

type Options = { method?: string; body?: unknown; headers?: Record<string, string> };

/** A weekday next month: far enough for any notice, near enough for any horizon. */
const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
const start = `${day}T10:00:00Z`;
const later = `${day}T13:00:00Z`;

describe("the public booking API", () => {
  const database = useDatabase();

  async function call(slug: string, path: string, { method = "GET", body, headers = {} }: Options = {}) {
    const request = new Request(`http://localhost/api/booking/v1/${slug}/${path}`, {
      method,
      headers: { "Content-Type": "application/json", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const response = await handleRestRequest(request);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
  }

  const customer = { name: "John Doe", email: "john@example.com", phone: "+1234567890" };
  const bookingOf = (shop: Shop, more: object = {}) => ({
    service_id: shop.service.id,
    staff_id: shop.staff[0].id,
    location_id: shop.location.id,
    start_time: start,
    customer,
    notes: "First time client",
    ...more,
  });
  const post = (shop: Shop, body: unknown, headers: Record<string, string> = {}) =>
    call(shop.slug, "appointments", { method: "POST", body, headers });

  it("lists services, staff and locations under the published names", async () => {
    const shop = await aShop({ currency: "USD", timeZone: "America/New_York" });
    const services = await call(shop.slug, "services");
    expect(services.body.services).toEqual([
      expect.objectContaining({
        id: shop.service.id,
        duration_minutes: 60,
        currency: "USD",
        staff_ids: [shop.staff[0].id],
      }),
    ]);
    expect((await call(shop.slug, `services/${shop.service.id}`)).body).toEqual(services.body.services[0]);
    expect((await call(shop.slug, `services/${shop.service.slug}`)).body).toEqual(services.body.services[0]);
    const staff = await call(shop.slug, `staff?service_id=${shop.service.id}`);
    expect(staff.body.staff.map((member: { id: string }) => member.id)).toEqual([shop.staff[0].id]);
    expect(JSON.stringify(staff.body)).not.toMatch(/email|phone/);
    expect((await call(shop.slug, `staff/${shop.staff[0].id}`)).status).toBe(200);
    const locations = await call(shop.slug, "locations");
    expect(locations.body.locations[0]).toMatchObject({ id: shop.location.id, timezone: "America/New_York" });
  });

  it("offers the free times of a day in the asked zone, without those that are taken", async () => {
    const shop = await aShop();
    await anAppointment(shop, { start });
    const path = `availability?service_id=${shop.service.id}&date=${day}&timezone=Europe/Berlin`;
    const { status, body } = await call(shop.slug, path);
    expect(status).toBe(200);
    const starts = body.slots.map((slot: { start_time: string }) => slot.start_time);
    expect(starts).toContain(later);
    expect(starts).not.toContain(start);
    expect(body.slots[0]).toMatchObject({
      available: true,
      staff_ids: [shop.staff[0].id],
      location_id: shop.location.id,
    });
    expect(body.timezone).toBe("Europe/Berlin");
  });

  it("books, reads, reschedules and cancels with the token of the booking", async () => {
    const shop = await aShop({ cancellationWindowMin: 0 });
    const booked = await post(shop, bookingOf(shop));
    expect(booked.status).toBe(201);
    expect(booked.body).toMatchObject({
      status: "confirmed",
      start_time: start,
      duration_minutes: 60,
      booking_source: "api",
    });
    expect(booked.body.confirmation_code).toMatch(/^[A-Z0-9]{8}$/);

    const at = (path: string) => `appointments/${booked.body.id}${path}?token=${booked.body.manage_token}`;
    const read = await call(shop.slug, at(""));
    expect(read.body).toMatchObject({ confirmation_code: booked.body.confirmation_code, customer });
    const moved = await call(shop.slug, at("/reschedule"), { method: "PUT", body: { start_time: later } });
    expect(moved.body).toMatchObject({ start_time: later });
    const cancelled = await call(shop.slug, at("/cancel"), { method: "DELETE" });
    expect(cancelled.body).toMatchObject({ status: "cancelled" });
    expect((await call(shop.slug, at("/cancel"), { method: "DELETE" })).status).toBe(409);
  });

  it("books once for an Idempotency-Key", async () => {
    const shop = await aShop();
    const key = { "Idempotency-Key": "key-of-the-caller" };
    const [first, second] = [await post(shop, bookingOf(shop), key), await post(shop, bookingOf(shop), key)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    const other = await post(shop, bookingOf(shop, { start_time: later }), key);
    expect([other.status, other.body.error.code]).toEqual([422, "idempotency_key_reused"]);
  });

  describe("answers errors in one shape", () => {
    it("409 with the nearest times when the time is taken", async () => {
      const shop = await aShop();
      await anAppointment(shop, { start });
      const { status, body } = await post(shop, bookingOf(shop));
      expect(status).toBe(409);
      expect(body.error).toMatchObject({ code: "slot_taken", message: expect.any(String) });
      expect(body.error.details.nearest[0]).toEqual({
        start_time: expect.any(String),
        end_time: expect.any(String),
        staff_ids: [shop.staff[0].id],
        location_id: shop.location.id,
      });
    });

    it("422 when the business does not offer the time", async () => {
      const shop = await aShop();
      const { status, body } = await post(shop, bookingOf(shop, { start_time: `${day}T01:00:00Z` }));
      expect([status, body.error.code]).toEqual([422, "not_offered"]);
    });

    it("400 with the fields that are wrong", async () => {
      const shop = await aShop();
      const { status, body } = await post(shop, {
        ...bookingOf(shop),
        customer: { name: "", email: "nonsense" },
      });
      expect([status, body.error.code]).toEqual([400, "invalid_request"]);
      expect(body.error.fields).toEqual([
        { field: "customer.name", message: "Enter your name" },
        { field: "customer.email", message: "Enter a full e-mail address, like name@example.com" },
      ]);
    });

    it.each([
      ["no JSON", "{"],
      ["an empty body", ""],
      ["a list", "[]"],
      ["a time without its offset", { start_time: "2030-03-05T10:00:00" }],
      ["a service that is no id", { service_id: "haircut" }],
    ])("400 for %s", async (_what, body) => {
      const shop = await aShop();
      const sent = typeof body === "string" ? body : bookingOf(shop, body);
      expect((await post(shop, sent)).status).toBe(400);
    });

    it("400 for an availability question without a service or with an impossible date", async () => {
      const shop = await aShop();
      expect((await call(shop.slug, `availability?date=${day}`)).status).toBe(400);
      const path = `availability?service_id=${shop.service.id}&date=2030-02-30`;
      expect((await call(shop.slug, path)).status).toBe(400);
    });

    it("404 for unknown businesses, endpoints, services and appointments", async () => {
      const shop = await aShop();
      const answers = [
        await call("no-such-business", "services"),
        await call(shop.slug, "nonsense"),
        await call(shop.slug, `services/${newId()}`),
        await call(shop.slug, `staff/${newId()}`),
        await call(shop.slug, `availability?service_id=${newId()}&date=${day}`),
        await call(shop.slug, `appointments/${newId()}?token=${"x".repeat(43)}`),
        await post(shop, bookingOf(shop, { service_id: newId() })),
      ];
      expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(404));
    });

    it("405 with what is allowed", async () => {
      const shop = await aShop();
      const { status, headers } = await call(shop.slug, "services", { method: "DELETE" });
      expect([status, headers.get("allow")]).toEqual([405, "GET"]);
    });
  });

  it("answers 404 to ids of another business at every endpoint, and changes nothing", async () => {
    const [shop, other] = [await aShop(), await aShop()];
    const { body: visit } = await post(other, bookingOf(other));
    const before = await database.superuser.query("SELECT * FROM appointment WHERE tenant_id = $1", [
      other.tenantId,
    ]);
    const token = `?token=${visit.manage_token}`;
    const answers = [
      await call(shop.slug, `services/${other.service.id}`),
      await call(shop.slug, `staff/${other.staff[0].id}`),
      await call(shop.slug, `availability?service_id=${other.service.id}&date=${day}`),
      await call(
        shop.slug,
        `availability?service_id=${shop.service.id}&staff_id=${other.staff[0].id}&date=${day}`,
      ),
      await call(
        shop.slug,
        `availability?service_id=${shop.service.id}&location_id=${other.location.id}&date=${day}`,
      ),
      await post(shop, bookingOf(other)),
      await post(shop, bookingOf(shop, { staff_id: other.staff[0].id })),
      await post(shop, bookingOf(shop, { location_id: other.location.id })),
      await call(shop.slug, `appointments/${visit.id}${token}`),
      await call(shop.slug, `appointments/${visit.id}/reschedule${token}`, {
        method: "PUT",
        body: { start_time: later },
      }),
      await call(shop.slug, `appointments/${visit.id}/cancel${token}`, { method: "DELETE" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(404));
    const after = await database.superuser.query("SELECT * FROM appointment WHERE tenant_id = $1", [
      other.tenantId,
    ]);
    expect(after.rows).toEqual(before.rows);
    const written = await database.superuser.query("SELECT 1 FROM appointment WHERE tenant_id = $1", [
      shop.tenantId,
    ]);
    expect(written.rowCount).toBe(0);
  });

  it("does not let the token of one appointment open another", async () => {
    const shop = await aShop();
    const { body: first } = await post(shop, bookingOf(shop));
    const { body: second } = await post(shop, bookingOf(shop, { start_time: later }));
    const { status } = await call(shop.slug, `appointments/${second.id}?token=${first.manage_token}`);
    expect(status).toBe(404);
  });

  it("may be called from any page, and takes no cookies", async () => {
    const shop = await aShop();
    const { status, headers } = await call(shop.slug, "appointments", { method: "OPTIONS" });
    expect([status, headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
    expect(headers.get("access-control-allow-headers")).toContain("Idempotency-Key");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
  });
});
