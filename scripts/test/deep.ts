import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { type Theme, themes } from "#testing/oracle-cases.ts";
import { type Check, checkAgainstOracle, type Tally } from "#testing/oracle-check.ts";

/**
 * `npm run test:deep -- [--cases 1000000] [--seed N] [--theme T]`: compares the engine with the oracle in as many random
 * businesses as there is time for, on all cores. The same seed makes the same cases. Stops at the first difference,
 * prints the smallest case that shows it, and exits with 1.
 */

const usage = `Usage: npm run test:deep -- [--cases N] [--seed N] [--theme "${themes.join('" | "')}"]`;
const casesAtOnce = 3000;
/** Of ten chunks: what is cheap to get wrong, more often. */
const mixture: Theme[] = [
  "hours",
  "bookings",
  "clock changes",
  "hours",
  "bookings",
  "clock changes",
  "hours",
  "bookings",
  "clock changes",
  "classes",
];

type Answer = { check: Check; tally: Tally } | { check: Check; failure: string };

function readArguments(): { cases: number; seed: number; theme: Theme | undefined } {
  const { values } = parseArgs({
    options: {
      cases: { type: "string", default: "1000000" },
      seed: { type: "string", default: String(randomInt(2 ** 31)) },
      theme: { type: "string" },
    },
  });
  const theme = themes.find((name) => name === values.theme);
  if (values.theme !== undefined && !theme) throw new Error(`there is no theme "${values.theme}"`);
  return { cases: wholeNumber("cases", values.cases), seed: wholeNumber("seed", values.seed), theme };
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (text === "" || !Number.isInteger(value) || value < 0) throw new Error(`--${name} takes a whole number`);
  return value;
}

/** The work in pieces: each has a seed of its own, from which it can be repeated alone. */
function chunksOf({ cases, seed, theme }: ReturnType<typeof readArguments>): Check[] {
  return Array.from({ length: Math.ceil(cases / casesAtOnce) }, (_, index) => ({
    theme: theme ?? (mixture[index % mixture.length] as Theme),
    seed: (seed + index) % 2 ** 31,
    cases: Math.min(casesAtOnce, cases - index * casesAtOnce),
  }));
}

function workOn(checks: Check[], onAnswer: (answer: Answer) => void): Promise<void> {
  const worker = new Worker(new URL(import.meta.url));
  return new Promise((resolve, reject) => {
    const next = () => {
      const check = checks.shift();
      if (check) worker.postMessage(check);
      else void worker.terminate().then(() => resolve());
    };
    worker.on("message", (answer: Answer) => {
      if ("failure" in answer) checks.length = 0;
      onAnswer(answer);
      next();
    });
    worker.on("error", reject);
    next();
  });
}

function answerFromWorker(check: Check): Answer {
  try {
    return { check, tally: checkAgainstOracle(check) };
  } catch (error) {
    return { check, failure: (error as Error).message };
  }
}

/** Says at most every two seconds how far it is. */
function progress(total: number) {
  const began = performance.now();
  let told = began;
  return (done: number, offering: number) => {
    const now = performance.now();
    if (now - told < 2000 && done < total) return;
    told = now;
    const seconds = (now - began) / 1000;
    const left = Math.round(((total - done) * seconds) / Math.max(1, done));
    const rate = Math.round(done / seconds);
    console.log(`${done} of ${total} cases, ${offering} offer something; ${rate} a second, ${left} s left`);
  };
}

async function main(): Promise<void> {
  const wanted = readArguments();
  console.log(`seed ${wanted.seed}: ${wanted.cases} cases on ${availableParallelism()} cores`);
  const checks = chunksOf(wanted);
  const tell = progress(wanted.cases);
  let done = 0;
  let offering = 0;
  const failures: Answer[] = [];
  const onAnswer = (answer: Answer) => {
    if ("failure" in answer) {
      failures.push(answer);
      return;
    }
    done += answer.tally.cases;
    offering += answer.tally.offering;
    tell(done, offering);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, () => workOn(checks, onAnswer)));
  for (const answer of failures) if ("failure" in answer) console.error(describeFailure(answer));
  if (failures.length > 0) process.exitCode = 1;
  else console.log(`the engine and the oracle agree in all ${done} cases`);
}

function describeFailure({ check, failure }: { check: Check; failure: string }): string {
  const again = `npm run test:deep -- --theme "${check.theme}" --seed ${check.seed} --cases ${check.cases}`;
  return `${failure}\nagain: ${again}`;
}

if (isMainThread) {
  await main().catch((error: Error) => {
    console.error(`${error.message}\n${usage}`);
    process.exitCode = 1;
  });
} else {
  parentPort?.on("message", (check: Check) => parentPort?.postMessage(answerFromWorker(check)));
}
