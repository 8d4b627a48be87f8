import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ensureClient, root } from "../launch/build.ts";
import { houseRules } from "./house-rules.ts";

/** What a check found; null when all is well. */
export type CheckOutcome = { name: string; problems: string | null; ms: number };

const tools: [name: string, program: string, words: string[]][] = [
  ["format and lint", "@biomejs/biome#biome", ["check", "--diagnostic-level=error", "--max-diagnostics=100"]],
  ["types", "typescript#tsc", ["--noEmit", "-p", "."]],
  [
    "import rules",
    "dependency-cruiser#depcruise",
    ["--config", ".dependency-cruiser.cjs", "src", "scripts", "prisma", "e2e", "examples"],
  ],
  ["dead code", "knip#knip", ["--no-progress"]],
];

/** Runs every check and tells each outcome as soon as it is known. */
export async function runChecks(tell: (outcome: CheckOutcome) => void): Promise<CheckOutcome[]> {
  await ensureClient({ say: () => {}, signal: AbortSignal.timeout(120_000) });
  await describeNext();
  const checks: [string, () => Promise<string | null>][] = [
    ...tools.map(([name, program, words]): [string, () => Promise<string | null>] => [
      name,
      () => runTool(program, words),
    ]),
    ...houseRules.map((rule): [string, () => Promise<string | null>] => [rule.name, rule.check]),
  ];
  return Promise.all(
    checks.map(async ([name, check]) => {
      const began = performance.now();
      const problems = await check().catch((error: Error) => error.message);
      const outcome = { name, problems, ms: performance.now() - began };
      tell(outcome);
      return outcome;
    }),
  );
}

export function printCheck({ name, problems, ms }: CheckOutcome): void {
  console.log(`${problems === null ? "ok  " : "FAIL"}  ${name} (${(ms / 1000).toFixed(1)} s)`);
  if (problems !== null) console.log(problems.replaceAll(/^/gm, "      "));
}

/** Next writes this file when it builds; the compiler needs it before (it declares style sheets and pictures). */
async function describeNext(): Promise<void> {
  const path = join(root, "next-env.d.ts");
  if (existsSync(path)) return;
  await writeFile(
    path,
    '/// <reference types="next" />\n/// <reference types="next/image-types/global" />\n',
  );
}

async function runTool(tool: string, words: string[]): Promise<string | null> {
  const program = await programOf(tool);
  return new Promise((resolve) => {
    const options = {
      cwd: root,
      maxBuffer: 50_000_000,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
    };
    execFile(process.execPath, [program, ...words], options, (error, stdout, stderr) => {
      resolve(error ? `${stdout}${stderr}`.trim() || error.message : null);
    });
  });
}

/** The script behind `package#command`, which runs without a shell on every system. */
async function programOf(tool: string): Promise<string> {
  const [name = "", command = ""] = tool.split("#");
  const folder = join(root, "node_modules", name);
  const { bin } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}
