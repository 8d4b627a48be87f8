import { describe, expect, it } from "vitest";
import { useDatabase } from "#testing/database.ts";
import { anAppointment } from "./appointment.ts";
import { aShop } from "./shop.ts";

describe("the builders", () => {
  const database = useDatabase();

  it("make whatever a test does not mention", async () => {
    const shop = await aShop();
    expect(shop.staff).toHaveLength(1);
    const counted = await database.superuser.query(
      `SELECT (SELECT count(*)::int FROM availability_rule WHERE tenant_id = $1) AS rules,
        (SELECT count(*)::int FROM staff_service WHERE tenant_id = $1) AS performs,
        (SELECT count(*)::int FROM staff_location WHERE tenant_id = $1) AS works,
        (SELECT role FROM membership WHERE tenant_id = $1 AND user_id = $2) AS role`,
      [shop.tenantId, shop.ownerUserId],
    );
    expect(counted.rows).toEqual([{ rules: 14, performs: 1, works: 1, role: "owner" }]);
  });

  it("say hours as people do", async () => {
    const shop = await aShop()
      .withStaff({ opens: "09:30", closes: "24:00", weekdays: [2] })
      .withStaff();
    expect(shop.staff).toHaveLength(2);
    const { rows } = await database.superuser.query(
      "SELECT weekday, start_minute, end_minute FROM availability_rule WHERE staff_id = $1",
      [shop.staff[0].id],
    );
    expect(rows).toEqual([{ weekday: 2, start_minute: 570, end_minute: 1440 }]);
  });

  it("claim the time of an appointment, and refuse a second one at the same time", async () => {
    const shop = await aShop();
    await anAppointment(shop, { start: "2027-03-02T09:00:00Z" });
    await expect(anAppointment(shop, { start: "2027-03-02T09:30:00Z" })).rejects.toThrow("is taken already");
    await anAppointment(shop, { start: "2027-03-02T10:00:00Z" });
  });
});
