import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../launch/build.ts";
import { runProgram } from "./run-program.ts";
import type { Tally } from "./tally.ts";

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** Runs the Vitest files of `projects`; a file that cannot be loaded counts as one failure. */
export async function runVitest(workFolder: string, projects: string[]): Promise<Tally> {
  const outputFile = join(workFolder, `vitest-${projects.join("-")}.json`);
  const chosen = projects.flatMap((project) => ["--project", project]);
  const words = [
    "run",
    ...chosen,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${outputFile}`,
  ];
  const code = await runProgram(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), ...words]);
  const report: Report = JSON.parse(await readFile(outputFile, "utf8"));
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + report.numPendingTests + broken.length;
  return { name: "vitest", passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}
