import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { startProduct } from "../../e2e/product/product.ts";
import { findBrowser } from "../test/find-browser.ts";
import { median, printFigure, round, say } from "./figures.ts";
import { bookingStops, type Stop } from "./tour.ts";

const categories = ["performance", "accessibility"];
const measuredPages = ["landing", "time", "details"];

/** What the score of performance is made of, and how long the page's own answer took. */
const audits: Readonly<Record<string, string>> = {
  "first-contentful-paint": "first_contentful_paint_ms",
  "largest-contentful-paint": "largest_contentful_paint_ms",
  "speed-index": "speed_index_ms",
  "total-blocking-time": "total_blocking_time_ms",
  "cumulative-layout-shift": "cumulative_layout_shift",
  "server-response-time": "server_response_time_ms",
};

type Look = { scores: Record<string, number>; details: Record<string, number> };

/** Lighthouse as it comes: a middling phone on slow 4G, simulated. Medians of the rounds. */
export async function benchLighthouse({ rounds }: { rounds: number }): Promise<void> {
  const product = await startProduct();
  try {
    const stops = (await bookingStops(product)).filter(({ name }) => measuredPages.includes(name));
    for (const stop of stops) {
      const looks: Look[] = [];
      for (let look = 1; look <= rounds; look++) {
        say(`lighthouse: ${stop.name}, round ${look} of ${rounds} …`);
        looks.push(await withBrowser((port) => lookAt(stop, port)));
      }
      printScores(stop, looks);
    }
  } finally {
    await product.stop();
  }
}

function printScores(stop: Stop, looks: readonly Look[]): void {
  for (const category of categories) {
    const values = looks.map(({ scores }) => scores[category] ?? Number.NaN);
    const details = category === "performance" ? mediansOf(looks.map(({ details }) => details)) : {};
    printFigure({
      figure: `Lighthouse ${category}, ${stop.name}`,
      ...{ value: median(values), unit: "of 100" },
      ...{ least: Math.min(...values), most: Math.max(...values), rounds: looks.length },
      ...details,
    });
  }
}

function mediansOf(records: readonly Record<string, number>[]): Record<string, number> {
  const names = Object.keys(records[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, round(median(records.map((record) => record[name] ?? Number.NaN)))]),
  );
}

async function lookAt(stop: Stop, port: number): Promise<Look> {
  const result = await lighthouse(stop.url, { port, onlyCategories: categories, logLevel: "error" });
  if (!result || result.lhr.runtimeError) {
    throw new Error(`Lighthouse could not look at ${stop.url}: ${result?.lhr.runtimeError?.message}`);
  }
  const { lhr } = result;
  const scoreOf = (category: string) => Math.round((lhr.categories[category]?.score ?? 0) * 100);
  return {
    scores: Object.fromEntries(categories.map((category) => [category, scoreOf(category)])),
    details: Object.fromEntries(
      Object.entries(audits).map(([id, name]) => [name, lhr.audits[id]?.numericValue ?? Number.NaN]),
    ),
  };
}

/** A browser of its own for each look, so that nothing is remembered. `work` gets the port of its debugger. */
async function withBrowser<T>(work: (port: number) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), "slotkeeper-lighthouse-"));
  const browser = spawn(
    await findBrowser(),
    [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ...["--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"],
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const ended = new Promise<void>((resolve) => browser.once("exit", () => resolve()));
  try {
    return await work(await debuggerPort(browser));
  } finally {
    browser.kill("SIGTERM");
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function debuggerPort(browser: ChildProcess): Promise<number> {
  let said = "";
  return new Promise((resolve, reject) => {
    browser.stderr?.on("data", (chunk: Buffer) => {
      said += chunk;
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
    browser.once("error", reject);
    browser.once("exit", () => reject(new Error(`The browser ended while starting:\n${said}`)));
  });
}
