import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rights } from "#modules/accounts/rules/rights.ts";
import { eventKinds, eventWords, nounsOf, platformKinds, wordsOf } from "./event-words.ts";

const root = join(import.meta.dirname, "../../../..");
const folders = ["src/modules", "prisma/seed"];
const files = [join(root, "src/database/platform-admins.ts")];

/** Texts of the same form that are no events. */
const others = new Set<string>([...rights, "service.requirements", "appointment.pending"]);
const columnOrFile =
  /^[a-z]\.|\.(ics|com|net|org|ico|svg|txt|xml|css|ts|tsx|js|json|html|png|example|tenant_id)$/;

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ts$/.test(file) && !file.endsWith(".test.ts"))
    .map((file) => join(root, folder, file));
}

/** Every type of event that the source writes: a text such as "service.added" that is nothing else. */
function typesInSource(): string[] {
  const found = [...files, ...folders.flatMap(sourcesIn)].flatMap((path) => {
    // The table of rights names procedures, which have the same form.
    if (/(event-words|rights-matrix)\.ts$/.test(path)) return [];
    return [...readFileSync(path, "utf8").matchAll(/"([a-z][A-Za-z]*\.[A-Za-z_]+)"/g)].map(
      ([, type = ""]) => type,
    );
  });
  return [...new Set(found)].filter((type) => !others.has(type) && !columnOrFile.test(type)).toSorted();
}

describe("the words of the history", () => {
  it("are there for every event that anything writes", () => {
    const types = typesInSource();
    expect(types.length).toBeGreaterThan(40);
    expect(types.filter((type) => !(type in eventWords))).toEqual([]);
  });

  it("belong to a kind by which a history can be narrowed down", () => {
    const nouns = new Set(platformKinds.flatMap((kind) => kind.nouns));
    const without = Object.keys(eventWords).filter((type) => !nouns.has(type.split(".")[0] ?? ""));
    expect(without).toEqual([]);
  });

  it.each(Object.entries(eventWords))("of %s begin a sentence and name no actor", (_type, words) => {
    expect(words).toMatch(/^[A-Z][a-z]+ /);
    expect(words).not.toMatch(/[.!]$/);
  });

  it("fall back on the type of a later version's event, and on no kind", () => {
    expect(wordsOf("later.thing")).toBe("later.thing");
    expect(nounsOf("later")).toBeNull();
    expect(nounsOf("services")).toEqual(["service", "category"]);
  });

  it("show a business no kind that only the platform has", () => {
    expect(eventKinds.map(({ value }) => value)).not.toContain("jobs");
  });
});
