import { describe, expect, it } from "vitest";
import { type DraftLine, isChanged, saveLines, storedLine } from "./list-drafts.ts";

type Line = DraftLine<{ name: string }>;

const kept: Line = storedLine("1", { name: "Haircut" });
const edited: Line = { ...storedLine("2", { name: "Colour" }), values: { name: "Color" } };
const added: Line = { key: "new", values: { name: "Blow-dry" } };

describe("a list that is edited in place", () => {
  it("saves what differs alone", async () => {
    const asked: string[] = [];
    const save = async ({ id, values }: Line) => {
      asked.push(values.name);
      return id ?? "3";
    };
    const { lines, failed } = await saveLines([kept, edited, added], save, String);
    expect(asked).toEqual(["Color", "Blow-dry"]);
    expect(failed).toBe(false);
    expect(lines.map(({ id }) => id)).toEqual(["1", "2", "3"]);
    expect(lines.some(isChanged)).toBe(false);
  });

  it("stores no line twice when another was refused, and says why at that one", async () => {
    const refuse = async ({ values }: Line) => {
      if (values.name === "Color") throw new Error("Enter another name");
      return "3";
    };
    const first = await saveLines([edited, added], refuse, (error) => (error as Error).message);
    expect(first.failed).toBe(true);
    expect(first.lines.map(({ error }) => error)).toEqual(["Enter another name", undefined]);
    const again = await saveLines(first.lines, async ({ id }) => id ?? "twice", String);
    expect(again.lines.map(({ id }) => id)).toEqual(["2", "3"]);
    expect(again.failed).toBe(false);
  });
});
