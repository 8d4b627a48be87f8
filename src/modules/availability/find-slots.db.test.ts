import { describe, expect, it } from "vitest";
import { aShop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { findSlots } from "./find-slots.ts";

useDatabase();
describe("slots of a business", () => {
  it("start when the staff member does", async () => {
    const shop = await aShop().withStaff({ opens: "09:00", closes: "11:00" });
    const found = await shop.run(
      (ctx) => findSlots(ctx, { serviceId: shop.service.id, from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z", audience: "customer" }),
      { at: "2026-11-20T12:00:00Z" },
    );
    console.log(JSON.stringify(found));
    expect(found.ok).toBe(true);
  });
});
