import { connectDatabase, disconnectDatabase } from "#database/tenant-pool.ts";
import { calendarDateOf, twoDigits } from "#kernel/time/local-date.ts";
import { connectAsSuperuser, type Product, startProduct } from "../../../e2e/product/product.ts";
import { median, printFigure, round, say } from "../figures.ts";
import { cpuMsOf, descendants, runInOwnProcess } from "../own-process.ts";
import type { RateAnswer, RateTask } from "../processes/fire-at-rate.ts";
import type { FireAnswer } from "../processes/fire-requests.ts";
import { makeChain, today } from "./businesses.ts";
import { connections, countStatuses, fire, type Load, printSpeed } from "./load.ts";
import { fillWithOthers } from "./other-businesses.ts";

/** Appointments of other businesses in the two databases, and the pace at which waiting times are told too. */
const few = 10_000;
const many = 2_000_000;
const steadyPace = 400;

const fireAtRate = import.meta.resolve("../processes/fire-at-rate.ts");

/** The cost of a request shows where nobody shares an answer; how long people wait where a page is popular, too. */
const askings = ["different things", "the same"] as const;
type Asking = (typeof askings)[number];

type Setting = { product: Product; others: number; month: string };
type Answer = FireAnswer & { cpuMs: number };

/** The month of a business of 50 staff and 20,000 bookings, alone and among two million appointments of others. */
export async function benchScale(load: Load): Promise<void> {
  const settings: Setting[] = [];
  try {
    for (const others of [few, many]) settings.push(await prepare(others));
    await benchMonth(settings, load);
  } finally {
    for (const { product } of settings) await product.stop();
  }
}

async function prepare(others: number): Promise<Setting> {
  say(`scale: a product with ${others.toLocaleString("en")} appointments of others …`);
  const product = await startProduct();
  connectDatabase(product.databaseUrl);
  const superuser = await connectAsSuperuser(product);
  try {
    await fillWithOthers(superuser, others);
    const chain = await makeChain(superuser);
    await superuser.query("VACUUM (ANALYZE)");
    await superuser.query("CHECKPOINT");
    const query = new URLSearchParams({ service_id: chain.service.id, month: nextMonth() });
    const month = `${product.url}/api/booking/v1/${chain.slug}/availability/month?${query}`;
    return { product, others, month };
  } finally {
    await superuser.end();
    await disconnectDatabase();
  }
}

/** The first whole month from today on. */
function nextMonth(): string {
  const { year, month } = calendarDateOf(today());
  return month === 12 ? `${year + 1}-01` : `${year}-${twoDigits(month + 1)}`;
}

async function benchMonth(settings: readonly Setting[], load: Load): Promise<void> {
  for (const { month } of settings) await fire({ url: month, seconds: load.seconds });
  for (const asking of askings) await benchBusy(settings, { ...load, asking });
  for (const asking of askings) await benchSteady(settings.at(-1) as Setting, { ...load, asking });
}

async function benchBusy(settings: readonly Setting[], load: Load & { asking: Asking }): Promise<void> {
  const answers = settings.map((): Answer[] => []);
  for (let round = 0; round < load.rounds; round++) {
    // In turn, so that whatever else the machine does befalls both.
    for (const [index, setting] of settings.entries()) {
      answers[index]?.push(await fireCounting(setting, load));
    }
  }
  for (const [index, { others }] of settings.entries())
    printMonth(others, load.asking, answers[index] as Answer[]);
  if (load.asking === "different things") printGrowth(answers as [Answer[], Answer[]]);
}

/** With the processor time of server and PostgreSQL together: what a request costs, whatever else is running. */
async function fireCounting(
  { product, month }: Setting,
  { seconds, asking }: Load & { asking: Asking },
): Promise<Answer> {
  const before = cpuOf(product);
  const answer = await fire({ url: month, seconds, asking });
  const requests = Object.values(answer.statuses).reduce((sum, count) => sum + count, 0);
  return { ...answer, cpuMs: (cpuOf(product) - before) / requests };
}

/** Milliseconds of processor time of all processes of a product; NaN where that cannot be told. */
function cpuOf({ dataDir }: Product): number {
  const all = descendants();
  const launcher = all.find(({ words }) => words.includes(dataDir))?.parent;
  const family = new Set(launcher === undefined ? [] : [launcher]);
  for (let before = 0; before !== family.size; ) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  if (family.size === 0) return Number.NaN;
  return [...family].reduce((sum, pid) => sum + (cpuMsOf(pid) ?? Number.NaN), 0);
}

function printMonth(others: number, asking: Asking, answers: readonly Answer[]): void {
  const figure = `month endpoint, 50 staff, among ${others.toLocaleString("en")} appointments of others, asking ${asking}`;
  const statuses = countStatuses(answers);
  const cpu = round(median(answers.map(({ cpuMs }) => cpuMs)));
  const plain = answers.map(({ perSecond, p50, p99, count }) => ({ perSecond, p50, p99, count }));
  printSpeed({ figure, unit: "requests per second", statuses, server_and_database_cpu_ms: cpu }, plain);
}

/** The median over rounds of what was measured one after the other. */
function printGrowth([small, large]: [Answer[], Answer[]]): void {
  const ratioOf = (pick: (answer: Answer) => number) =>
    median(large.map((answer, index) => pick(answer) / pick(small[index] as Answer)));
  const figure = "month endpoint, cost of a request with 2,000,000 appointments against 10,000";
  const time = ratioOf(({ perSecond }) => 1 / perSecond);
  printFigure({
    figure,
    value: time,
    unit: "times as long",
    cpu_ratio: round(ratioOf(({ cpuMs }) => cpuMs)),
  });
}

async function benchSteady(
  { month, others }: Setting,
  { seconds, rounds, asking }: Load & { asking: Asking },
): Promise<void> {
  const task: RateTask = { url: month, connections, perSecond: steadyPace, seconds, asking };
  const answers: RateAnswer[] = [];
  for (let round = 0; round < rounds; round++)
    answers.push(await runInOwnProcess<RateAnswer>(fireAtRate, task));
  const figure = `month endpoint at ${steadyPace} requests per second, among ${others.toLocaleString("en")} of others, asking ${asking}`;
  const statuses = countStatuses(answers.map((answer) => ({ ...answer, nextIndex: 0 })));
  printSpeed({ figure, unit: "requests per second", statuses }, answers);
}
