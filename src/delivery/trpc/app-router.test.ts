import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { refusalReasons } from "#kernel/refusals.ts";
import { refuse } from "#kernel/result.ts";
import { appRouter } from "./app-router.ts";
import { RefusalError } from "./refusal-codes.ts";

type Procedure = { _def: { meta?: { verb: string }; type: string } };

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

function verbFiles(): string[] {
  return readdirSync(`${import.meta.dirname}/../../modules`, { recursive: true, encoding: "utf8" });
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

describe("the router of the dashboard", () => {
  const files = verbFiles();

  it.each(procedures)("%s calls one verb that has a file of its own", (_path, procedure) => {
    const verb = procedure._def.meta?.verb ?? "";
    expect(verb).toMatch(/^[a-z]+[A-Z]/);
    expect(files.filter((file) => file.endsWith(`/${kebab(verb)}.ts`))).toHaveLength(1);
  });

  it.each(procedures)("%s is a query exactly when its verb only reads", (_path, procedure) => {
    const reads = /^(list|read|find|explain|preview)[A-Z]/.test(procedure._def.meta?.verb ?? "");
    expect(procedure._def.type).toBe(reads ? "query" : "mutation");
  });
});

describe("a refusal on its way out", () => {
  it.each(refusalReasons)("keeps the words of %s and is never the server's fault", (reason) => {
    const error = new RefusalError(refuse(reason, "The words of the verb.", { nearest: [] }));
    expect(error.message).toBe("The words of the verb.");
    expect(error.code).not.toBe("INTERNAL_SERVER_ERROR");
    expect(error.refusal.details).toEqual({ nearest: [] });
  });
});
