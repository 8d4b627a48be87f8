import { Agent, get } from "node:http";
import { answerTask } from "../own-process.ts";
import { differentSearch } from "./different-search.ts";
import type { FireTask } from "./fire-requests.ts";
import { type Speed, speedOf } from "./speed.ts";

export type RateTask = Omit<FireTask, "bookings"> & { perSecond: number };
export type RateAnswer = Speed & { statuses: Record<string, number> };

/**
 * Asks one address at an even pace, whether or not the answers keep up. Each is timed from the moment it was due: one
 * that has to wait for a free connection, or for a client that was held up, is late all the same.
 */
answerTask(async ({ url, connections, perSecond, seconds, asking }: RateTask): Promise<RateAnswer> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const statuses: Record<string, number> = {};
  const times: number[] = [];
  const total = Math.round(perSecond * seconds);
  const began = performance.now();
  const dueAt = (index: number) => began + (index * 1000) / perSecond;
  const answers: Promise<void>[] = [];
  while (answers.length < total) {
    while (answers.length < total && dueAt(answers.length) <= performance.now()) {
      const due = dueAt(answers.length);
      const address = asking === "different things" ? differentSearch(url, answers.length) : url;
      answers.push(
        ask(address, agent).then((status) => {
          statuses[status] = (statuses[status] ?? 0) + 1;
          times.push(performance.now() - due);
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(answers);
  agent.destroy();
  return { ...speedOf(times, performance.now() - began), statuses };
});

function ask(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.on("end", () => resolve(String(response.statusCode))).resume();
    }).on("error", reject);
  });
}
