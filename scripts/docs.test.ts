import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const documents = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const coverage = read("docs/coverage.md");

/** Names of everything that the product's files export. */
function readExports(): Set<string> {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("generated"))
    .map((path) => read(join("src", path)));
  const exported = /^export (?:async )?(?:function|const|type|class) (\w+)/gm;
  return new Set(files.flatMap((text) => [...text.matchAll(exported)].map(([, name = ""]) => name)));
}

/** Columns by table, as the schema files name them in the database. */
function readTables(): Map<string, Set<string>> {
  const folder = join(root, "prisma/schema");
  const schema = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
  const tables = new Map<string, Set<string>>();
  for (const [, body = ""] of schema.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)) {
    const name = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? "";
    const columns = [
      ...body.matchAll(/^ {2}(\w+) +(?:String|DateTime|Int|BigInt|Float|Boolean|Json)\b.*$/gm),
    ];
    tables.set(
      name,
      new Set(columns.map(([line, field = ""]) => /@map\("(\w+)"\)/.exec(line)?.[1] ?? field)),
    );
  }
  return tables;
}

/** The cells of a table's line; a bar inside `code` is none. */
function cellsOf(line: string): string[] {
  return line
    .replaceAll(/`[^`]*`/g, (code) => code.replaceAll("|", "¦"))
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The lines of the mapping tables: source name, place, status. */
const mappings = coverage
  .slice(coverage.indexOf("\n## 1. "))
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| Source name"))
  .map((line) => ({ line, cells: cellsOf(line) }));

const codeIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);

/** Links and `paths` of the repository that a document names and that are not there. */
function brokenPlaces(path: string): string[] {
  const text = read(path).replaceAll(/^```[\s\S]*?^```/gm, "");
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = ""]) => target);
  // What a source document calls `src/…` is not ours: of a mapping, only the place counts.
  const own = path === "docs/coverage.md" ? mappings.map(({ cells }) => cells[1]).join("\n") : text;
  const named = codeIn(own).filter((code) =>
    /^(src|prisma|scripts|e2e|docs|public)\/[\w./()[\]-]*$/.test(code),
  );
  return [
    ...links.filter((target) => !existsSync(join(root, dirname(path), target))),
    ...named.filter((place) => !existsSync(join(root, place))),
  ];
}

describe("the documents", () => {
  it.each(documents)("%s names only files and folders that are there", (path) => {
    expect(brokenPlaces(path)).toEqual([]);
  });

  it("explain every variable, and no other, in .env.example and in the README", () => {
    const parsed = read("src/env.ts").matchAll(/^ {2}([A-Z][A-Z_]+): /gm);
    const launcher = [...read("scripts/migrate.ts").matchAll(/DATABASE_[A-Z_]+_URL/g)].map(([name]) => name);
    const variables = [...new Set([...[...parsed].map(([, name = ""]) => name), ...launcher])].sort();
    const example = [...read(".env.example").matchAll(/^#([A-Z][A-Z_]+)=/gm)].map(([, name = ""]) => name);
    const rows = read("README.md")
      .split("\n")
      .filter((line) => /^\| `[A-Z][A-Z_]+`/.test(line))
      .flatMap((line) => codeIn(cellsOf(line)[0] ?? ""));
    expect(variables.length).toBeGreaterThan(10);
    expect([...new Set(example)].sort()).toEqual(variables);
    expect([...new Set(rows)].sort()).toEqual(variables);
  });
});

describe("the coverage", () => {
  const rows = new Set([...coverage.matchAll(/^\| ([A-P]\d{0,2}) \| /gm)].map(([, row = ""]) => row));

  it("gives every name a place and a status", () => {
    const wrong = mappings.filter(({ cells }) => cells.length !== 3 || cells.some((cell) => cell === ""));
    expect(mappings.length).toBeGreaterThan(400);
    expect(wrong.map(({ line }) => line)).toEqual([]);
  });

  it("uses statuses that it explains, and rows of the roadmap", () => {
    const known = (status: string) =>
      status
        .split(/ · |, /)
        .flatMap((part) => (/^[A-P]\d*–[A-P]\d+$/.test(part) ? part.split("–") : [part]))
        .every((part) => ["here", "part", "differs"].includes(part) || rows.has(part));
    expect(mappings.map(({ cells }) => cells[2] ?? "").filter((status) => !known(status))).toEqual([]);
  });

  it("names only verbs that are exported", () => {
    const exported = readExports();
    const verbs = mappings
      .flatMap(({ cells }) => codeIn(cells[1] ?? ""))
      .filter((code) => /^[a-z]+[A-Z]\w*$/.test(code));
    expect(verbs).toContain("bookAppointment");
    expect(verbs.filter((verb) => !exported.has(verb))).toEqual([]);
  });

  it("names only columns that the schema has", () => {
    const tables = readTables();
    const wrong = mappings
      .flatMap(({ cells }) => codeIn(cells[1] ?? ""))
      .map((code) => /^([a-z_]+)\.([a-z_]+)$/.exec(code))
      .filter((match) => match !== null)
      .filter(([, table = ""]) => tables.has(table))
      .filter(([, table = "", column = ""]) => !tables.get(table)?.has(column))
      .map(([code]) => code);
    expect(tables.get("appointment")).toContain("wall_start");
    expect(wrong).toEqual([]);
  });
});
