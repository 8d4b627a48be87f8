import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../launch/build.ts";
import { median, printFigure, round, say } from "./figures.ts";
import { freePort } from "./own-process.ts";

/** Milliseconds from the command to the line that says so, and to the first page that was answered. */
type Start = { ready: number; answered: number };
type Place = { folder: string; dataDir: string };

const page = "/harlow-and-vine";

/** How long `npm start` takes: the first time, every other time, and (`cold`) from a clone. */
export async function benchStart({ rounds, cold }: { rounds: number; cold: boolean }): Promise<void> {
  const first: Start[] = [];
  const second: Start[] = [];
  for (let round = 0; round < rounds; round++) {
    say(`start: round ${round + 1} of ${rounds} …`);
    await inNewFolder(async (dataDir) => {
      first.push(await timeStart({ folder: root, dataDir }));
      second.push(await timeStart({ folder: root, dataDir }));
    });
  }
  printStart("cold start", first, "packages and build present; makes data folder, tables and demo data");
  printStart("warm start", second, "second start on the same data");
  if (!cold) return;
  say("start: from a clone …");
  const start = await inNewFolder(async (folder) => {
    const clone = join(folder, "clone");
    execFileSync("git", ["clone", "--quiet", root, clone], { stdio: ["ignore", "ignore", "inherit"] });
    return timeStart({ folder: clone, dataDir: join(clone, ".data") });
  });
  printStart("cold start from a clone", [start], "with npm ci and the build; of what is committed");
}

function printStart(figure: string, starts: readonly Start[], includes: string): void {
  printFigure({
    figure,
    value: median(starts.map(({ answered }) => answered)) / 1000,
    unit: "seconds to the first answered request",
    ready_s: round(median(starts.map(({ ready }) => ready)) / 1000),
    rounds: starts.length,
    includes,
  });
}

async function inNewFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "slotkeeper-bench-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Starts the product as `npm start` does, asks for one page, and stops it as Ctrl-C does. */
async function timeStart({ folder, dataDir }: Place): Promise<Start> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: folder,
    env: { ...process.env, ...environment(dataDir, port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  try {
    await new Promise<void>((resolve, reject) => {
      let said = "";
      child.stdout.on("data", (chunk: Buffer) => {
        said += chunk;
        if (/^Ready: /m.test(said)) resolve();
      });
      child.once("exit", () => reject(new Error(`The product ended while starting:\n${said}`)));
    });
    const ready = performance.now() - began;
    const response = await fetch(`http://localhost:${port}${page}`);
    await response.text();
    if (!response.ok) throw new Error(`The first request was answered with ${response.status}`);
    return { ready, answered: performance.now() - began };
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

/** The product's own defaults, whatever this shell has set. */
function environment(dataDir: string, port: number): Record<string, string> {
  return {
    ...{ PORT: String(port), APP_URL: `http://localhost:${port}`, DATA_DIR: dataDir },
    ...{ DEMO: "true", LOG_LEVEL: "warn", NODE_ENV: "production" },
    ...{ DATABASE_URL: "", DATABASE_OWNER_URL: "", DATABASE_JOBS_URL: "" },
    ...{ RESEND_API_KEY: "", SMTP_URL: "", STRIPE_SECRET_KEY: "", STRIPE_WEBHOOK_SECRET: "" },
  };
}
