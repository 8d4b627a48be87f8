import { describe, expect, it } from "vitest";
import { assignPlan } from "#modules/plans/assign-plan.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { readLook } from "./read-look.ts";
import { readPageLook } from "./read-page-look.ts";
import { saveLook } from "./save-look.ts";
import { SaveLookInput } from "./schema.ts";

const database = useDatabase();
const css = ".card { border-radius: 0; position: fixed }";

function onPlan(shop: Shop, planId: string) {
  return shop.run((ctx) => assignPlan(ctx, { planId, billedBy: "platform", status: "active" }));
}

function save(shop: Shop, input: SaveLookInput) {
  return shop.run((ctx) => saveLook(ctx, SaveLookInput.parse(input)));
}

async function shown(shop: Shop, unsaved: SaveLookInput = {}) {
  const look = await shop.run((ctx) => readPageLook(ctx, unsaved), { as: aVisitor });
  if (!look.ok) throw new Error(look.message);
  return look.value;
}

describe("the look of a business", () => {
  it("is shown as it was chosen, and the trail says what changed", async () => {
    const shop = await aShop();
    const look = { accentColor: "#AA2244", logoUrl: "https://pictures.example/l.png", font: "lora" as const };
    expect(await save(shop, look)).toMatchObject({ ok: true, value: { ...look, accentColor: "#aa2244" } });
    expect(await shown(shop)).toMatchObject({ ...look, accentColor: "#aa2244", css: "", hidesMaker: false });
    const { rows } = await database.superuser.query(
      "SELECT payload FROM event WHERE tenant_id = $1 AND type = 'business.look_changed'",
      [shop.tenantId],
    );
    expect(rows).toEqual([{ payload: { changed: ["accentColor", "logoUrl", "font"] } }]);
  });

  it("shows the safe part of its style sheet and tells the team what is left out", async () => {
    const shop = await aShop();
    await save(shop, { customCss: css });
    expect((await shown(shop)).css).toBe("#booking .card{border-radius:0}");
    const look = await shop.run(readLook);
    expect(look).toMatchObject({ value: { customCss: css, dropped: [{ line: 1, what: "position:fixed" }] } });
  });

  it("is seen before it is saved by whoever asks with it, and by nobody else", async () => {
    const shop = await aShop();
    expect(await shown(shop, { accentColor: "#000000", font: undefined, customCss: css })).toMatchObject({
      ...{ accentColor: "#000000", font: null, css: "#booking .card{border-radius:0}" },
    });
    expect((await shown(shop)).css).toBe("");
  });

  it("is no other business's", async () => {
    const [mine, theirs] = [await aShop(), await aShop()];
    const before = await shown(theirs);
    await save(mine, { accentColor: "#123456", hidesMaker: true, customCss: css });
    expect(await shown(theirs)).toEqual(before);
  });

  it.each([
    ["staff", aMember("staff")],
    ["visitors", aVisitor],
  ])("is not changed by %s", async (_who, as) => {
    const shop = await aShop();
    const saved = await shop.run((ctx) => saveLook(ctx, { accentColor: "#000000" }), { as });
    expect(saved).toMatchObject({ reason: "forbidden" });
  });

  it("is not read with its style sheet by visitors", async () => {
    const shop = await aShop();
    expect(await shop.run(readLook, { as: aVisitor })).toMatchObject({ reason: "forbidden" });
  });
});

describe("a plan", () => {
  it("refuses what it does not include, and names the plan that does", async () => {
    const shop = await aShop();
    await onPlan(shop, "standalone-free");
    expect(await save(shop, { hidesMaker: true })).toMatchObject({
      reason: "planLimit",
      details: { limit: "unbranded", liftedBy: "Starter" },
    });
    expect(await save(shop, { customCss: css })).toMatchObject({
      reason: "planLimit",
      details: { limit: "whiteLabel", liftedBy: "Enterprise" },
    });
    expect(await save(shop, { accentColor: "#123456", font: "nunito", hidesMaker: false })).toMatchObject({
      ok: true,
    });
  });

  it("keeps what a larger one allowed, does not show it, and shows it again afterwards", async () => {
    const shop = await aShop();
    await onPlan(shop, "standalone-enterprise");
    await save(shop, { customCss: css, hidesMaker: true });
    await onPlan(shop, "standalone-free");
    expect(await shown(shop)).toMatchObject({ css: "", hidesMaker: false });
    expect(await shop.run(readLook)).toMatchObject({
      value: { customCss: css, hidesMaker: true, allowed: { customCss: false, hidesMaker: false } },
    });
    expect(await save(shop, { accentColor: "#654321", customCss: css, hidesMaker: true })).toMatchObject({
      ok: true,
    });
    await onPlan(shop, "standalone-starter");
    expect(await shown(shop)).toMatchObject({ css: "", hidesMaker: true });
    await onPlan(shop, "standalone-enterprise");
    expect((await shown(shop)).css).not.toBe("");
  });

  it("lets everything be taken back", async () => {
    const shop = await aShop();
    await save(shop, { customCss: css, hidesMaker: true });
    await onPlan(shop, "standalone-free");
    expect(await save(shop, { customCss: "", hidesMaker: false })).toMatchObject({
      value: { customCss: null, hidesMaker: false },
    });
  });

  it("shows no style sheet of an unsaved look beyond it either", async () => {
    const shop = await aShop();
    await onPlan(shop, "standalone-professional");
    expect(await shown(shop, { customCss: css, hidesMaker: true })).toMatchObject({
      css: "",
      hidesMaker: true,
    });
  });
});
