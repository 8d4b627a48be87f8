import { describe, expect, it } from "vitest";
import { sharpEncoder } from "#adapters/sharp/picture-encoder.ts";
import { fixedClock, systemClock } from "#kernel/clock.ts";
import { addPicture } from "#modules/pictures/add-picture.ts";
import { aShop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { aPictureFile } from "#testing/picture-files.ts";
import { cleanUpPictures } from "./clean-up-pictures.ts";

type Job = { name: string; payload: unknown; options: { jobKey: string; runAt: Date } };

describe("the job that tidies up pictures", () => {
  const database = useDatabase();

  it("comes back when the day of those that nothing shows is over, and then no more", async () => {
    const shop = await aShop();
    const { tenantId, owner } = shop;
    const file = await aPictureFile();
    await addPicture({ tenantId, actor: owner }, { purpose: "logo", file }, sharpEncoder());
    const added: Job[] = [];
    const addJob = async (name: string, payload: unknown, options: unknown) => {
      added.push({ name, payload, options } as Job);
      return {} as never;
    };
    const runAt = (at: number) =>
      cleanUpPictures(
        { tenantId, actor: { kind: "system", job: "clean-up" }, clock: fixedClock(at) },
        addJob as never,
      );
    const now = systemClock.now();
    await runAt(now);
    expect(added).toMatchObject([{ name: "clean-up-pictures", payload: { tenantId } }]);
    const again = added[0]?.options.runAt.getTime() ?? 0;
    expect(again).toBeGreaterThan(now + 24 * 3_600_000);
    await runAt(again);
    expect(added).toHaveLength(1);
    const { rows } = await database.superuser.query("SELECT id FROM picture WHERE tenant_id = $1", [
      tenantId,
    ]);
    expect(rows).toEqual([]);
  });
});
