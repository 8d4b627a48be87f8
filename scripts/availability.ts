import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import {
  type AvailabilityCase,
  availabilityCase,
  findCaseSlots,
} from "#modules/availability/availability-case.ts";

/**
 * `npm run availability -- FILE… [--slots] [--repeat N]`: answers availability questions from JSON files with
 * the product's engine, one JSON line a file. docs/availability.md describes the format.
 */

const usage = "Usage: npm run availability -- FILE… [--slots] [--repeat N]";
const warmUpMs = 300;

/** The instants' fingerprint: SHA-256 of the lines, without a final newline. */
function sha256Of(slots: string[]): string {
  return createHash("sha256").update(slots.join("\n")).digest("hex");
}

function readCase(file: string): AvailabilityCase {
  const parsed = availabilityCase.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.success) throw new Error(problemIn(parsed.error));
  return parsed.data;
}

/** The first three problems, each with its place: "service.durationMin: must be whole minutes". */
function problemIn(error: z.ZodError): string {
  const lines = error.issues.slice(0, 3).map((issue) => `${z.core.toDotPath(issue.path)}: ${issue.message}`);
  return lines.join("; ");
}

/** Milliseconds of one call: of the first one, or the median of `repeat` calls after a warm-up. */
function timeOf(question: AvailabilityCase, repeat: number): number {
  if (repeat === 0) return timeOnce(question);
  const warmUpEnd = performance.now() + warmUpMs;
  for (let call = 0; call < repeat && performance.now() < warmUpEnd; call++) findCaseSlots(question);
  const times = Array.from({ length: repeat }, () => timeOnce(question)).sort((a, b) => a - b);
  return ((times[(repeat - 1) >> 1] as number) + (times[repeat >> 1] as number)) / 2;
}

function timeOnce(question: AvailabilityCase): number {
  const start = performance.now();
  findCaseSlots(question);
  return performance.now() - start;
}

function answer(file: string, options: { slots: boolean; repeat: number }): string {
  const question = readCase(file);
  const ms = Math.round(timeOf(question, options.repeat) * 10_000) / 10_000;
  const slots = findCaseSlots(question);
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
