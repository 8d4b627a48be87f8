import type pg from "pg";
import type { Product } from "../../../e2e/product/product.ts";
import { type Figure, median, printFigure, round } from "../figures.ts";
import { cpuMsOf, descendants, runInOwnProcess } from "../own-process.ts";
import type { FireAnswer, FireTask } from "../processes/fire-requests.ts";
import type { Speed } from "../processes/speed.ts";

/** How hard and how long: each thing measured `rounds` times, for so many seconds, in turn with what it is compared to. */
export type Load = { seconds: number; rounds: number };

export type Bench = { product: Product; superuser: pg.Client; load: Load };

/** Requests in flight, and the connections of the product's pool. */
export const connections = 16;
export const poolSize = 20;

const fireRequests = import.meta.resolve("../processes/fire-requests.ts");

export function fire(task: Omit<FireTask, "connections">): Promise<FireAnswer> {
  return runInOwnProcess(fireRequests, { ...task, connections } satisfies FireTask);
}

/** An answer of the product, with the processor time that its server spent on each request, where that can be told. */
export type ProductAnswer = FireAnswer & { cpuMs: number | null };

/** Fires at the product itself. Processor time says more than the rate when the machine has other work too. */
export async function fireAtProduct(task: Omit<FireTask, "connections">): Promise<ProductAnswer> {
  const server = descendants().find(({ words }) => words.includes("scripts/serve.ts"));
  const before = server && cpuMsOf(server.pid);
  const answer = await fire(task);
  const after = server && cpuMsOf(server.pid);
  const known = typeof before === "number" && typeof after === "number";
  const requests = Object.values(answer.statuses).reduce((sum, count) => sum + count, 0);
  return { ...answer, cpuMs: known ? (after - before) / requests : null };
}

type Described = { figure: string; unit: string; [detail: string]: unknown };

/** The medians of the rounds. */
export function printSpeed(
  described: Described,
  speeds: readonly (Speed & { cpuMs?: number | null })[],
): void {
  const of = (pick: (speed: Speed) => number) => round(median(speeds.map(pick)));
  const cpu = speeds.flatMap(({ cpuMs }) => (typeof cpuMs === "number" ? [cpuMs] : []));
  printFigure({
    ...described,
    value: of(({ perSecond }) => perSecond),
    p50_ms: of(({ p50 }) => p50),
    p99_ms: of(({ p99 }) => p99),
    ...(cpu.length > 0 && { server_cpu_ms: round(median(cpu)) }),
    in_flight: connections,
    rounds: speeds.length,
  } satisfies Figure);
}

/** How much of the floor is reached: the median over rounds of what was measured one after the other. */
export function printShare(figure: string, speeds: readonly Speed[], floors: readonly Speed[]): void {
  const shares = speeds.map((speed, index) => speed.perSecond / (floors[index]?.perSecond ?? Number.NaN));
  printFigure({ figure, value: median(shares), unit: "of the floor's rate" });
}

/** Adds up how often each status came. */
export function countStatuses(answers: readonly FireAnswer[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const { statuses } of answers) {
    for (const [status, count] of Object.entries(statuses)) total[status] = (total[status] ?? 0) + count;
  }
  return total;
}
