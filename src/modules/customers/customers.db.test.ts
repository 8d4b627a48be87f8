import { describe, expect, it } from "vitest";
import type { Actor } from "#database/tenant-context.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aCustomer } from "#testing/builders/customer.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { listCustomers } from "./list-customers.ts";
import { readCustomer } from "./read-customer.ts";
import { saveCustomer } from "./save-customer.ts";
import { upsertCustomer } from "./upsert-customer.ts";

useDatabase();

async function foundNames(shop: Shop, search: string): Promise<string[]> {
  const listed = await shop.run((ctx) => listCustomers(ctx, { search, limit: 50 }));
  if (!listed.ok) throw new Error(listed.message);
  return listed.value.customers.map((customer) => customer.name);
}

describe("the customer of a booking", () => {
  it("is made at the first booking and found again by e-mail, whatever its case", async () => {
    const shop = await aShop();
    const first = await shop.run((ctx) => upsertCustomer(ctx, { name: "Ada", email: "ada@example.com" }));
    const again = await shop.run((ctx) => upsertCustomer(ctx, { name: "Ada", email: "ADA@example.com" }));
    expect(first.value.created).toBe(true);
    expect(again.value).toEqual({ ...first.value, created: false });
    expect(first.value.changed).toBe(false);
  });

  it("keeps the phone number when none is given, and takes the new name", async () => {
    const shop = await aShop();
    const email = "ada@example.com";
    await shop.run((ctx) => upsertCustomer(ctx, { name: "Ada", email, phone: "+49 30 1234" }));
    const again = await shop.run((ctx) => upsertCustomer(ctx, { name: "Ada Lovelace", email }));
    const expected = { name: "Ada Lovelace", phone: "+49 30 1234", created: false, changed: true };
    expect(again.value).toMatchObject(expected);
  });

  it("gets a record of their own without an e-mail address", async () => {
    const shop = await aShop();
    const first = await shop.run((ctx) => upsertCustomer(ctx, { name: "Caller" }));
    const second = await shop.run((ctx) => upsertCustomer(ctx, { name: "Caller" }));
    expect(second.value.created).toBe(true);
    expect(second.value.id).not.toBe(first.value.id);
  });

  it("is one record when two bookings arrive at once", async () => {
    const shop = await aShop();
    const upserts = await Promise.all(
      Array.from({ length: 8 }, () =>
        shop.run((ctx) => upsertCustomer(ctx, { name: "Ada", email: "ada@example.com" })),
      ),
    );
    expect(new Set(upserts.map((upsert) => upsert.value.id)).size).toBe(1);
    expect(upserts.filter((upsert) => upsert.value.created)).toHaveLength(1);
  });

  it("is another record at another business", async () => {
    const [mine, other] = [await aShop(), await aShop()];
    const input = { name: "Ada", email: "ada@example.com" };
    const [here, there] = [
      await mine.run((ctx) => upsertCustomer(ctx, input)),
      await other.run((ctx) => upsertCustomer(ctx, { ...input, name: "Somebody" })),
    ];
    expect(there.value.created).toBe(true);
    expect(there.value.id).not.toBe(here.value.id);
    expect(await foundNames(mine, "")).toEqual(["Ada"]);
  });
});

describe("the list of customers", () => {
  it("finds parts of names, e-mail addresses and phone numbers", async () => {
    const shop = await aShop();
    await aCustomer(shop, { name: "Ada 100%", email: "ada@one.example", phone: "+49 (30) 123-456" });
    await aCustomer(shop, { name: "Bela", email: "bela@two.example" });
    expect(await foundNames(shop, "")).toEqual(["Ada 100%", "Bela"]);
    expect(await foundNames(shop, "ADA")).toEqual(["Ada 100%"]);
    expect(await foundNames(shop, "two.ex")).toEqual(["Bela"]);
    expect(await foundNames(shop, "3012 34")).toEqual(["Ada 100%"]);
    expect(await foundNames(shop, "%")).toEqual(["Ada 100%"]);
    expect(await foundNames(shop, "_")).toEqual([]);
  });

  it("comes page by page, nobody twice and nobody left out, equal names included", async () => {
    const shop = await aShop();
    for (const name of ["Ana", "Ben", "Ben", "Ben", "Cleo"]) await aCustomer(shop, { name });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await shop.run((ctx) => listCustomers(ctx, { search: "", cursor, limit: 2 }));
      if (!page.ok) throw new Error(page.message);
      seen.push(...page.value.customers.map((customer) => customer.id));
      cursor = page.value.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it("refuses a cursor it did not make", async () => {
    const shop = await aShop();
    const page = await shop.run((ctx) => listCustomers(ctx, { search: "", cursor: "bm9uc2Vuc2U", limit: 2 }));
    expect(page).toMatchObject({ ok: false, reason: "invalid" });
  });

  it("counts visits and shows the last and the next", async () => {
    const shop = await aShop();
    const customer = await aCustomer(shop);
    const book = (start: string, status: "completed" | "confirmed" | "cancelled") =>
      anAppointment(shop, { start, status, customerId: customer.id });
    await book("2027-01-04T09:00:00Z", "completed");
    await book("2027-02-01T09:00:00Z", "completed");
    await book("2027-03-01T09:00:00Z", "confirmed");
    await book("2027-02-20T09:00:00Z", "cancelled");
    const at = "2027-02-10T00:00:00Z";
    const listed = await shop.run((ctx) => listCustomers(ctx, { search: "", limit: 50 }), { at });
    expect(listed.ok && listed.value.customers).toMatchObject([
      { visits: 2, lastVisitAt: "2027-02-01T09:00:00Z", nextVisitAt: "2027-03-01T09:00:00Z" },
    ]);
  });

  it("is not for visitors", async () => {
    const shop = await aShop();
    const refused = await shop.run((ctx) => listCustomers(ctx, { search: "", limit: 50 }), { as: aVisitor });
    expect(refused).toMatchObject({ ok: false, reason: "forbidden" });
  });
});

describe("a customer's record", () => {
  it("shows appointments, newest first, and what they add up to", async () => {
    const shop = await aShop();
    const { id } = await aCustomer(shop, { name: "Ada" });
    await anAppointment(shop, { start: "2027-01-04T09:00:00Z", status: "completed", customerId: id });
    await anAppointment(shop, { start: "2027-01-05T09:00:00Z", status: "no_show", customerId: id });
    await anAppointment(shop, { start: "2027-01-06T09:00:00Z", status: "cancelled", customerId: id });
    const read = await shop.run((ctx) => readCustomer(ctx, { id }));
    expect(read.ok && read.value.appointments).toMatchObject([
      { start: "2027-01-06T09:00:00Z", status: "cancelled" },
      { start: "2027-01-05T09:00:00Z", status: "no_show" },
      {
        start: "2027-01-04T09:00:00Z",
        end: "2027-01-04T10:00:00Z",
        serviceName: "Service 1",
        staffName: "Staff 1",
      },
    ]);
    const statistics = { visits: 1, noShows: 1, cancellations: 1, spentMinor: 5000 };
    expect(read).toMatchObject({ value: { name: "Ada", statistics } });
  });

  it("shows staff only the appointments of their own calendar", async () => {
    const shop = await aShop().withStaff().withStaff();
    const { id } = await aCustomer(shop);
    const start = "2027-01-04T09:00:00Z";
    await anAppointment(shop, { start, status: "completed", customerId: id });
    await anAppointment(shop, { start, status: "completed", customerId: id, staffId: shop.staff[1]?.id });
    const own = await shop.run((ctx) => readCustomer(ctx, { id }), {
      as: aMember("staff", shop.staff[0].id),
    });
    expect(own).toMatchObject({
      value: { appointments: [{ staffId: shop.staff[0].id }], statistics: { visits: 1 } },
    });
    const counts = async (as: Actor) => {
      const listed = await shop.run((ctx) => listCustomers(ctx, { search: "", limit: 5 }), { as });
      return listed.ok && listed.value.customers.map(({ visits }) => visits);
    };
    expect(await counts(aMember("staff", shop.staff[0].id))).toEqual([1]);
    expect(await counts(aMember("admin"))).toEqual([2]);
    const none = await shop.run((ctx) => readCustomer(ctx, { id }), { as: aMember("staff") });
    expect(none).toMatchObject({ value: { appointments: [], statistics: { visits: 0, spentMinor: 0 } } });
  });

  it("is saved by hand, one record for an e-mail address", async () => {
    const shop = await aShop();
    const customer = await aCustomer(shop, { email: "taken@example.com" });
    const added = await shop.run((ctx) => saveCustomer(ctx, { name: "New", email: "new@example.com" }));
    expect(added.ok).toBe(true);
    const refused = await shop.run((ctx) => saveCustomer(ctx, { name: "New", email: "taken@example.com" }));
    const message = "Another customer has the e-mail address taken@example.com.";
    expect(refused).toMatchObject({ ok: false, reason: "inUse", message });
    const changed = await shop.run((ctx) =>
      saveCustomer(ctx, { id: customer.id, name: "Ada", notes: "Likes tea" }),
    );
    expect(changed.ok).toBe(true);
    const read = await shop.run((ctx) => readCustomer(ctx, { id: customer.id }));
    expect(read).toMatchObject({ value: { name: "Ada", notes: "Likes tea", email: "taken@example.com" } });
  });

  it("cannot be reached from another business, nor changed by staff", async () => {
    const [mine, other] = [await aShop(), await aShop()];
    const { id } = await aCustomer(other, { name: "Theirs" });
    expect(await mine.run((ctx) => readCustomer(ctx, { id }))).toMatchObject({ reason: "notFound" });
    expect(await mine.run((ctx) => saveCustomer(ctx, { id, name: "X" }))).toMatchObject({
      reason: "notFound",
    });
    const as = aMember("staff");
    expect(await other.run((ctx) => saveCustomer(ctx, { id, name: "X" }), { as })).toMatchObject({
      reason: "forbidden",
    });
    expect(await other.run((ctx) => readCustomer(ctx, { id }), { as: aVisitor })).toMatchObject({
      reason: "forbidden",
    });
    expect(await foundNames(other, "")).toEqual(["Theirs"]);
  });
});
