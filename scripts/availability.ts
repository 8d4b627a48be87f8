import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { availabilityCase, findCaseSlots } from "#modules/availability/availability-case.ts";
import { businessCase, isBusinessCase } from "#modules/availability/business-case.ts";
import { findBusinessStarts } from "#modules/availability/business-case-question.ts";

/**
 * `npm run availability -- FILE… [--slots] [--repeat N]`: answers availability questions from JSON files with
 * the product's engine, one JSON line a file. docs/availability.md describes the two formats.
 */

const usage = "Usage: npm run availability -- FILE… [--slots] [--repeat N]";
const warmUpMs = 300;

/** The instants' fingerprint: SHA-256 of the lines, without a final newline. */
function sha256Of(slots: string[]): string {
  return createHash("sha256").update(slots.join("\n")).digest("hex");
}

/** A question that was read from a file: its name, where it has one, and how to ask the engine. */
type Question = { id?: string | number | undefined; ask(): string[] };

function readCase(file: string): Question {
  const document: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (isBusinessCase(document)) {
    const question = parsed(businessCase.safeParse(document, { error: inWords }));
    return { id: question.id, ask: () => findBusinessStarts(question) };
  }
  const question = parsed(availabilityCase.safeParse(document, { error: inWords }));
  return { id: question.id, ask: () => findCaseSlots(question) };
}

function parsed<Case>(result: z.ZodSafeParseResult<Case>): Case {
  if (!result.success) throw new Error(problemIn(result.error));
  return result.data;
}

/** The first three problems, each with its place: "service.durationMin: must be whole minutes". */
function problemIn(error: z.ZodError): string {
  const lines = error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.length > 0 ? z.core.toDotPath(path) : "the document"}: ${message}`);
  return lines.join("; ");
}

const kinds: Readonly<Record<string, string>> = {
  object: "an object",
  array: "a list",
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

/** What is wrong with a field, where the formats have no words of their own for it. */
function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "unrecognized_keys":
      return `has a field that is not known: ${issue.keys.map((key) => `"${key}"`).join(", ")}`;
    case "invalid_type":
      return issue.input === undefined ? "is missing" : `must be ${kinds[issue.expected] ?? issue.expected}`;
    case "invalid_union":
      return issue.input === undefined ? "is missing" : "is not of a kind that it can be";
    case "too_small":
      return `must be at least ${issue.minimum}`;
    case "too_big":
      return `must be at most ${issue.maximum}`;
    default:
      return undefined;
  }
}

/** Milliseconds of one call: of the first one, or the median of `repeat` calls after a warm-up. */
function timeOf(question: Question, repeat: number): number {
  if (repeat === 0) return timeOnce(question);
  const warmUpEnd = performance.now() + warmUpMs;
  for (let call = 0; call < repeat && performance.now() < warmUpEnd; call++) question.ask();
  const times = Array.from({ length: repeat }, () => timeOnce(question)).sort((a, b) => a - b);
  return ((times[(repeat - 1) >> 1] as number) + (times[repeat >> 1] as number)) / 2;
}

function timeOnce(question: Question): number {
  const start = performance.now();
  question.ask();
  return performance.now() - start;
}

function answer(file: string, options: { slots: boolean; repeat: number }): string {
  const question = readCase(file);
  const ms = Math.round(timeOf(question, options.repeat) * 10_000) / 10_000;
  const slots = question.ask();
  const name = question.id ?? basename(file, ".json");
  const line = { case: name, count: slots.length, sha256: sha256Of(slots), ms };
  return JSON.stringify(options.slots ? { ...line, slots } : line);
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { slots: { type: "boolean", default: false }, repeat: { type: "string", default: "0" } },
  });
  const repeat = Number(values.repeat);
  if (!Number.isInteger(repeat) || repeat < 0) throw new Error("--repeat takes a number of calls");
  if (positionals.length === 0) throw new Error("name at least one file");
  return { files: positionals, options: { slots: values.slots, repeat } };
}

function main(): void {
  let wanted: ReturnType<typeof readArguments>;
  try {
    wanted = readArguments();
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exitCode = 1;
    return;
  }
  for (const file of wanted.files) {
    try {
      console.log(answer(file, wanted.options));
    } catch (error) {
      console.error(`${file}: ${(error as Error).message}`);
      process.exitCode = 1;
    }
  }
}

main();
