import { describe, expect, it } from "vitest";
import { splitStatements } from "./split-statements.ts";

const texts = (script: string) => splitStatements(script).map((statement) => statement.text);

describe("splitting a script into statements", () => {
  it("splits at semicolons and drops empty statements", () => {
    expect(texts("SELECT 1;; SELECT 2 ;\n")).toEqual(["SELECT 1", "SELECT 2"]);
  });

  it("keeps a last statement without a semicolon", () => {
    expect(texts("SELECT 1; SELECT 2")).toEqual(["SELECT 1", "SELECT 2"]);
  });

  it.each([
    ["a string", "SELECT 'a;b''c;d'"],
    ["a string with a backslash at its end", String.raw`SELECT 'a\'`],
    ["an escape string", String.raw`SELECT E'it\'s; fine'`],
    ["a quoted name", 'SELECT 1 AS "a;""b;c"'],
    ["a dollar-quoted body", "DO $$ BEGIN PERFORM 1; END $$"],
    ["a tagged body that holds another", "DO $outer$ SELECT $$a;$$; $outer$"],
    ["a line comment", "SELECT 1 -- one; two\n + 1"],
    ["a nested block comment", "SELECT /* a; /* b; */ c; */ 1"],
  ])("does not split inside %s", (_what, statement) => {
    expect(texts(`${statement};\nSELECT 2;`)).toEqual([statement, "SELECT 2"]);
  });

  it("does not take a parameter or a dollar within a name for a quote", () => {
    expect(texts("SELECT $1; SELECT a$b$c; SELECT 2")).toEqual(["SELECT $1", "SELECT a$b$c", "SELECT 2"]);
  });

  it("leaves out a script's closing comment", () => {
    expect(texts("SELECT 1;\n-- the end;\n/* really; */")).toEqual(["SELECT 1"]);
  });

  it("tells the line on which the code of each statement begins", () => {
    const script = "-- about one\nSELECT 1;\n\n/* about\n two */\nSELECT\n 2;SELECT 3";
    expect(splitStatements(script).map((statement) => statement.line)).toEqual([2, 6, 7]);
  });

  it.each(["SELECT 'a", 'SELECT "a', "DO $$ BEGIN", "SELECT /* a"])(
    "refuses an unfinished quote: %s",
    (script) => {
      expect(() => splitStatements(`SELECT 1;\n${script}`)).toThrow("line 2");
    },
  );
});
