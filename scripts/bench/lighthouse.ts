import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { startProduct } from "../../e2e/product/product.ts";
import { findBrowser } from "../test/find-browser.ts";
import { median, printFigure, say } from "./figures.ts";
import { bookingStops, type Stop } from "./tour.ts";

const categories = ["performance", "accessibility"];
const measuredPages = ["landing", "time", "details"];

type Scores = Record<string, number>;

/** Lighthouse as it comes: a middling phone on slow 4G, simulated. Medians of the rounds. */
export async function benchLighthouse({ rounds }: { rounds: number }): Promise<void> {
  const product = await startProduct();
  try {
    const stops = (await bookingStops(product)).filter(({ name }) => measuredPages.includes(name));
    for (const stop of stops) {
      const scores: Scores[] = [];
      for (let round = 0; round < rounds; round++) {
        say(`lighthouse: ${stop.name}, round ${round + 1} of ${rounds} …`);
        scores.push(await withBrowser((port) => score(stop, port)));
      }
      printScores(stop, scores);
    }
  } finally {
    await product.stop();
  }
}

function printScores(stop: Stop, scores: readonly Scores[]): void {
  for (const category of categories) {
    const values = scores.map((round) => round[category] ?? Number.NaN);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const figure = `Lighthouse ${category}, ${stop.name}`;
    printFigure({ figure, value: median(values), unit: "of 100", least, most, rounds: scores.length });
  }
}

async function score(stop: Stop, port: number): Promise<Scores> {
  const result = await lighthouse(stop.url, { port, onlyCategories: categories, logLevel: "error" });
  if (!result || result.lhr.runtimeError) {
    throw new Error(`Lighthouse could not look at ${stop.url}: ${result?.lhr.runtimeError?.message}`);
  }
  return Object.fromEntries(
    Object.entries(result.lhr.categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
  );
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
