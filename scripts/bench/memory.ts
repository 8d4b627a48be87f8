import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { connectAsSuperuser, type Product, startProduct } from "../../e2e/product/product.ts";
import { printFigure, round, say } from "./figures.ts";
import { descendants, type RunningProcess } from "./own-process.ts";
import { tourOf } from "./tour.ts";

const restSeconds = 20;
const megabyte = 1024 * 1024;

/** What the product keeps in memory when nobody uses it, and after each main page was asked for once. */
export async function benchMemory(): Promise<void> {
  const product = await startProduct();
  try {
    say(`memory: letting the product rest for ${restSeconds} s …`);
    // The rest is what is measured: nothing announces it.
    await wait(restSeconds * 1000);
    printMemory(product, `${restSeconds} s after the start`);
    await visitEveryPage(product);
    printMemory(product, "after one request to each main page");
  } finally {
    await product.stop();
  }
}

async function visitEveryPage(product: Product): Promise<void> {
  const superuser = await connectAsSuperuser(product);
  const stops = await tourOf(product, superuser).finally(() => superuser.end());
  for (const { url, cookie } of stops) {
    const response = await fetch(url, { headers: { Cookie: cookie } });
    await response.text();
    if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  }
}

function printMemory(product: Product, when: string): void {
  const postmaster = Number(
    readFileSync(join(product.dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0],
  );
  const running = descendants([postmaster]);
  const ofPostgres = new Set(familyOf(postmaster, running).map(({ pid }) => pid));
  const named = (script: string) => running.filter(({ words }) => words.includes(script));
  print(`memory of the server, ${when}`, named("scripts/serve.ts"));
  print(`memory of the launcher, ${when}`, named("scripts/launch/launch.ts"));
  print(
    `memory of PostgreSQL, ${when}`,
    running.filter(({ pid }) => ofPostgres.has(pid)),
  );
}

function familyOf(pid: number, running: readonly RunningProcess[]): RunningProcess[] {
  const own = running.filter((process) => process.pid === pid);
  const children = running.filter((process) => process.parent === pid);
  return [...own, ...children.flatMap((child) => familyOf(child.pid, running))];
}

/** Resident pages; processes that share pages count them each, so their proportional share stands beside it on Linux. */
function print(figure: string, processes: readonly RunningProcess[]): void {
  if (processes.length === 0) throw new Error(`No process found for the ${figure}`);
  const resident = processes.reduce((sum, { residentBytes }) => sum + residentBytes, 0);
  const shares = processes.map(({ pid }) => proportionalBytes(pid));
  const proportional = shares.reduce<number | null>(
    (sum, share) => (sum === null || share === null ? null : sum + share),
    0,
  );
  printFigure({
    figure,
    value: resident / megabyte,
    unit: "MB resident",
    ...(proportional !== null && { proportional_mb: round(proportional / megabyte) }),
    processes: processes.length,
  });
}

function proportionalBytes(pid: number): number | null {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1]) * 1024;
  } catch {
    return null;
  }
}
