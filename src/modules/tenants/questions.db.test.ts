import { describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { listQuestions } from "./list-questions.ts";
import { removeQuestion } from "./remove-question.ts";
import { reorderQuestions } from "./reorder-questions.ts";
import { saveQuestion } from "./save-question.ts";

const database = useDatabase();
const parking = { question: "Where can I park?", answer: "Behind the house." };

async function added(shop: Shop, question: string): Promise<string> {
  const saved = await shop.run((ctx) => saveQuestion(ctx, { question, answer: "Yes." }));
  if (!saved.ok) throw new Error(saved.message);
  return saved.value.id;
}

async function words(shop: Shop): Promise<string[]> {
  const listed = await shop.run(listQuestions, { as: aVisitor });
  return listed.value.questions.map(({ question }) => question);
}

describe("the questions of a business", () => {
  it("are read by everybody in the order in which they were added, and reordered", async () => {
    const shop = await aShop();
    const [first, second, third] = [
      await added(shop, "A?"),
      await added(shop, "B?"),
      await added(shop, "C?"),
    ];
    expect(await words(shop)).toEqual(["A?", "B?", "C?"]);
    const moved = await shop.run((ctx) => reorderQuestions(ctx, { ids: [third, first, second] }));
    expect(moved).toMatchObject({ ok: true });
    expect(await words(shop)).toEqual(["C?", "A?", "B?"]);
    await added(shop, "D?");
    expect((await words(shop)).at(-1)).toBe("D?");
  });

  it("are changed and removed, and the trail says so", async () => {
    const shop = await aShop();
    const id = await added(shop, "Card?");
    await shop.run((ctx) => saveQuestion(ctx, { id, ...parking }));
    expect(await shop.run(listQuestions)).toEqual({ ok: true, value: { questions: [{ id, ...parking }] } });
    expect(await shop.run((ctx) => removeQuestion(ctx, { id }))).toEqual({
      ok: true,
      value: { id, ...parking },
    });
    expect(await words(shop)).toEqual([]);
    const { rows } = await database.superuser.query<{ type: string }>(
      "SELECT type FROM event WHERE tenant_id = $1 AND subject_type = 'question' ORDER BY at",
      [shop.tenantId],
    );
    expect(rows.map(({ type }) => type)).toEqual(["question.added", "question.changed", "question.removed"]);
  });

  it("are not reordered by a list that is not theirs", async () => {
    const shop = await aShop();
    const id = await added(shop, "A?");
    await added(shop, "B?");
    for (const ids of [[id], [id, newId()], []]) {
      expect(await shop.run((ctx) => reorderQuestions(ctx, { ids }))).toMatchObject({ reason: "notFound" });
    }
  });

  it("are no other business's", async () => {
    const [mine, theirs] = [await aShop(), await aShop()];
    const id = await added(theirs, "Theirs?");
    expect(await mine.run((ctx) => saveQuestion(ctx, { id, ...parking }))).toMatchObject({
      reason: "notFound",
    });
    expect(await mine.run((ctx) => removeQuestion(ctx, { id }))).toMatchObject({ reason: "notFound" });
    expect(await words(theirs)).toEqual(["Theirs?"]);
    expect(await words(mine)).toEqual([]);
  });

  it("are at most fifty", async () => {
    const shop = await aShop();
    await database.superuser.query(
      `INSERT INTO faq (tenant_id, id, question, answer)
       SELECT $1, gen_random_uuid(), 'Question?', 'Yes.' FROM generate_series(1, 50)`,
      [shop.tenantId],
    );
    expect(await shop.run((ctx) => saveQuestion(ctx, parking))).toMatchObject({ reason: "invalid" });
  });

  it.each([
    ["staff", aMember("staff")],
    ["visitors", aVisitor],
  ])("are not changed by %s", async (_who, as) => {
    const shop = await aShop();
    const id = await added(shop, "A?");
    const changes = [
      () => shop.run((ctx) => saveQuestion(ctx, parking), { as }),
      () => shop.run((ctx) => removeQuestion(ctx, { id }), { as }),
      () => shop.run((ctx) => reorderQuestions(ctx, { ids: [id] }), { as }),
    ];
    for (const change of changes) expect(await change()).toMatchObject({ reason: "forbidden" });
  });
});
