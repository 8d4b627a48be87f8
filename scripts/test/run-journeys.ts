import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../launch/build.ts";
import { withExampleSites } from "./example-sites.ts";
import { findBrowser } from "./find-browser.ts";
import { freePort } from "./free-port.ts";
import { runProgram } from "./run-program.ts";
import type { Tally } from "./tally.ts";

type Stats = { expected: number; unexpected: number; flaky: number; skipped: number };

const startTimeoutMs = 120_000;

/** Runs Playwright against the product as an operator starts it: production build, fresh data folder, demo data. */
export async function runJourneys(options: { workFolder: string; signal: AbortSignal }): Promise<Tally> {
  const browser = await findBrowser();
  const port = await freePort();
  const environment = {
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    DATA_DIR: join(options.workFolder, "data"),
    DEMO: "true",
    LOG_LEVEL: "warn",
    // All browsers come from one address.
    RATE_LIMIT_PER_MINUTE: "0",
    // A journey is the name server, and proxies of sites are on this machine.
    DNS_SERVERS: `127.0.0.1:${await freePort()}`,
    TRUSTED_PROXIES: "127.0.0.1, ::1",
    // The journeys start from the product's own defaults, whatever this shell has set.
    DATABASE_URL: "",
    DATABASE_OWNER_URL: "",
    DATABASE_JOBS_URL: "",
    RESEND_API_KEY: "",
    STRIPE_SECRET_KEY: "",
    STRIPE_WEBHOOK_SECRET: "",
    SMTP_URL: "",
  };
  const product = await startProduct(environment, options.signal);
  try {
    return await withExampleSites(environment, (sites) =>
      runPlaywright(options.workFolder, {
        ...environment,
        ...sites,
        BASE_URL: environment.APP_URL,
        CHROMIUM_PATH: browser,
      }),
    );
  } finally {
    await stopProduct(product);
  }
}

async function startProduct(environment: Record<string, string>, signal: AbortSignal): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(root, "scripts/launch/launch.ts")], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
    signal,
  });
  child.on("error", () => {});
  let said = "";
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      process.stdout.write(chunk);
      said += chunk;
      if (/^Ready: /m.test(said)) resolve();
    });
    child.once("exit", () => reject(new Error("The product ended while starting")));
    setTimeout(() => reject(new Error("The product did not start in time")), startTimeoutMs).unref();
  });
  await ready.catch(async (error) => {
    await stopProduct(child);
    throw error;
  });
  return child;
}

async function stopProduct(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

async function runPlaywright(workFolder: string, environment: Record<string, string>): Promise<Tally> {
  const report = join(workFolder, "playwright.json");
  const code = await runProgram(
    process.execPath,
    [join(root, "node_modules/@playwright/test/cli.js"), "test", "--reporter=list,json"],
    { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report, CI: "true" },
  );
  const { stats, errors } = JSON.parse(await readFile(report, "utf8")) as { stats: Stats; errors: unknown[] };
  // Nothing may be left out, and what passes only the second time does not pass.
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  return { name: "journeys", passed: stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed };
}
