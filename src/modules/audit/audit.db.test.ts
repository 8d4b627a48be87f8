import { describe, expect, it } from "vitest";
import { appendEvent } from "#database/events.ts";
import { newId } from "#kernel/ids.ts";
import { aMember } from "#testing/builders/actors.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aCustomer } from "#testing/builders/customer.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { listTrail } from "./list-trail.ts";
import { listTrailPeople } from "./list-trail-people.ts";
import { ListTrailInput } from "./schema.ts";

const database = useDatabase();

async function trail(shop: Shop, input: Partial<ListTrailInput> = {}) {
  const found = await shop.run((ctx) => listTrail(ctx, ListTrailInput.parse(input)));
  if (!found.ok) throw new Error(found.message);
  return found.value;
}

function note(shop: Shop, type: string, subjectType: string, subjectId: string, as = shop.owner) {
  return shop.run((ctx) => appendEvent(ctx, { type, subjectType, subjectId }), { as });
}

describe("the history of a business", () => {
  it("names who did what to which thing, the newest first", async () => {
    const shop = await aShop();
    const customer = await aCustomer(shop);
    const visit = await anAppointment(shop, { start: "2027-03-02T09:00:00Z", customerId: customer.id });
    const builderId = newId();
    await database.superuser.query("INSERT INTO site_builder (id, name) VALUES ($1, 'Pagework')", [
      builderId,
    ]);
    await note(shop, "service.changed", "service", shop.service.id);
    await note(shop, "appointment.booked", "appointment", visit.id, {
      kind: "customer",
      customerId: customer.id,
    });
    await note(shop, "business.updated", "business", shop.tenantId, { kind: "siteBuilder", builderId });
    const { entries } = await trail(shop);
    expect(entries.slice(0, 3)).toMatchObject([
      { type: "business.updated", actorKind: "siteBuilder", actorName: "Pagework", subjectName: null },
      {
        actorKind: "customer",
        actorName: customer.name,
        subjectName: `${customer.name}, ${shop.service.name}`,
      },
      { actorKind: "member", actorName: "Olivia Owner", subjectName: shop.service.name },
    ]);
  });

  it("is narrowed down by person, kind and whole days of the business's zone, and comes page by page", async () => {
    const shop = await aShop({ timeZone: "Pacific/Auckland" });
    for (let n = 0; n < 5; n++) await note(shop, "service.changed", "service", shop.service.id);
    await note(shop, "staff.changed", "staff", shop.staff[0].id, { kind: "system", job: "test" });
    // 3 March in Auckland begins at 11:00 the day before, in UTC.
    await database.superuser.query(
      "UPDATE event SET at = '2027-03-02T10:59:59Z' WHERE tenant_id = $1 AND type = 'staff.changed'",
      [shop.tenantId],
    );
    const count = async (input: Partial<ListTrailInput>) => (await trail(shop, input)).entries.length;
    expect(await count({ kind: "services" })).toBe(5);
    expect(await count({ actorKind: "member", actorId: shop.ownerUserId })).toBe(5);
    expect(await count({ actorKind: "system" })).toBe(1);
    expect(await count({ from: "2027-03-02", to: "2027-03-02" })).toBe(1);
    expect(await count({ from: "2027-03-03" })).toBe(0);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await trail(shop, { limit: 2, cursor });
      seen.push(...page.entries.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(6);
    expect(seen).toHaveLength(6);
  });

  it("shows nothing of another business, even for its things and people", async () => {
    const [mine, theirs] = [await aShop(), await aShop()];
    await note(theirs, "service.changed", "service", theirs.service.id);
    expect((await trail(mine)).entries).toEqual([]);
    // A foreign id in one's own trail finds no name.
    await note(mine, "service.changed", "service", theirs.service.id);
    expect((await trail(mine)).entries).toMatchObject([{ subjectName: null }]);
    const people = await mine.run(listTrailPeople);
    expect(people).toEqual({ ok: true, value: [{ userId: mine.ownerUserId, name: "Olivia Owner" }] });
  });

  it("is for those with the right to it", async () => {
    const shop = await aShop();
    const ask = (as: ReturnType<typeof aMember>) =>
      shop.run((ctx) => listTrail(ctx, ListTrailInput.parse({})), { as });
    expect(await ask(aMember("admin"))).toMatchObject({ ok: true });
    expect(await ask(aMember("staff"))).toMatchObject({ reason: "forbidden" });
    const people = await shop.run(listTrailPeople, { as: aMember("staff") });
    expect(people).toMatchObject({ reason: "forbidden" });
    const wrong = { cursor: "made-up" };
    expect(await shop.run((ctx) => listTrail(ctx, ListTrailInput.parse(wrong)))).toMatchObject({
      reason: "invalid",
    });
  });
});
