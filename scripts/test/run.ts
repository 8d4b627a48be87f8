import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../launch/build.ts";
import { printCheck, runChecks } from "../verify/checks.ts";
import { runJourneys } from "./run-journeys.ts";
import { runVitest } from "./run-vitest.ts";
import type { Tally } from "./tally.ts";

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());

const workFolder = await mkdtemp(join(tmpdir(), "slotkeeper-run-"));
// PostgreSQL's own user has to pass through it when this runs as root.
await chmod(workFolder, 0o755);
const tallies: Tally[] = [];
try {
  await stage("checks", verify);
  await stage("unit and database tests", () => runVitest(workFolder, ["unit", "database"]));
  const built = await stage("production build", build);
  if (built.failed === 0) {
    await stage("races and crashes over HTTP", () => runVitest(workFolder, ["product"]));
    await stage("browser journeys", () => runJourneys({ workFolder, signal: stopping.signal }));
  }
} finally {
  await rm(workFolder, { recursive: true, force: true });
}
summarise();

/** Runs one stage; whatever it throws, and having run nothing at all, counts as a failure. */
async function stage(title: string, run: () => Promise<Tally>): Promise<Tally> {
  console.log(`\n── ${title} ──`);
  const began = performance.now();
  let tally: Tally = { name: title, passed: 0, failed: 1 };
  try {
    if (stopping.signal.aborted) throw new Error("Interrupted");
    tally = await run();
    if (tally.passed + tally.failed === 0) {
      console.log(`${title}: nothing was run`);
      tally.failed = 1;
    }
  } catch (error) {
    console.error((error as Error).message);
  }
  tallies.push(tally);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${title}: ${tally.passed} passed, ${tally.failed} failed in ${seconds} s`);
  return tally;
}

async function verify(): Promise<Tally> {
  const outcomes = await runChecks(printCheck);
  const failed = outcomes.filter((outcome) => outcome.problems !== null).length;
  return { name: "checks", passed: outcomes.length - failed, failed };
}

async function build(): Promise<Tally> {
  await ensureBuilt({ say: (line) => console.log(line), signal: stopping.signal });
  return { name: "build", passed: 1, failed: 0 };
}

function summarise(): void {
  const sum = (count: (tally: Tally) => number) => tallies.reduce((total, tally) => total + count(tally), 0);
  const failed = sum((tally) => tally.failed);
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`\n${sum((tally) => tally.passed)} passed, ${failed} failed`);
}
