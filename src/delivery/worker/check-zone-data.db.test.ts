import { describe, expect, it } from "vitest";
import { aShop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { checkZoneData } from "./check-zone-data.ts";

describe("a worker that starts", () => {
  const database = useDatabase();

  async function jobsFor(version: string): Promise<unknown[]> {
    const added: unknown[] = [];
    const addJob = async (name: string, payload: unknown) => {
      added.push([name, payload]);
      return {} as never;
    };
    await checkZoneData(addJob as never, version);
    return added;
  }

  it("has every business follow new time zone data, once", async () => {
    const shops = [await aShop(), await aShop()];
    const expected = shops.map(({ tenantId }) => ["follow-zone-data", { tenantId }]);
    expect(await jobsFor("2099a")).toEqual(expect.arrayContaining(expected));
    expect(await jobsFor("2099a")).toEqual([]);
    expect(await jobsFor("2099b")).toEqual(expect.arrayContaining(expected));
  });

  it("asks nothing of a business that was deleted", async () => {
    const shop = await aShop();
    await database.superuser.query("UPDATE tenant SET status = 'deleted' WHERE id = $1", [shop.tenantId]);
    expect(await jobsFor("2099c")).not.toContainEqual(["follow-zone-data", { tenantId: shop.tenantId }]);
  });
});
