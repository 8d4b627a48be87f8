import { randomUUID } from "node:crypto";
import autocannon from "autocannon";
import { answerTask } from "../own-process.ts";
import { differentSearch } from "./different-search.ts";
import { type Speed, speedOf } from "./speed.ts";

/** A source of bookings that never meet: the hours of each staff member in turn. */
export type BookingPlan = {
  serviceId: string;
  staffIds: string[];
  /** Epoch milliseconds of the first hour; and which booking to begin with. */
  firstStart: number;
  firstIndex: number;
};

export type FireTask = {
  url: string;
  connections: number;
  seconds: number;
  bookings?: BookingPlan;
  /** Whether all ask the very same, or each request a question of its own that takes as long to answer. */
  asking?: "the same" | "different things";
};
/** `nextIndex`: the first booking that was not sent. Only answers of 2xx count for the speed. */
export type FireAnswer = Speed & { statuses: Record<string, number>; nextIndex: number };

const hourMs = 3_600_000;

/** Asks one address as fast as it answers, over so many connections. */
answerTask(async (task: FireTask): Promise<FireAnswer> => {
  const source = task.bookings && bookingsOf(task.bookings);
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const began = performance.now();
  let last = began;
  const { url, connections, seconds } = task;
  const setupRequest = source?.request ?? (task.asking === "different things" ? differing(url) : undefined);
  const requests = setupRequest && { requests: [{ setupRequest }] };
  await autocannon({ url, connections, duration: seconds, ...requests }).on(
    "response",
    (_, status, __, ms) => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status >= 200 && status < 300) times.push(ms);
      last = performance.now();
    },
  );
  return { ...speedOf(times, last - began), statuses, nextIndex: source?.nextIndex() ?? 0 };
});

function differing(url: string) {
  const { pathname, search } = new URL(url);
  let count = 0;
  return (blank: object) => ({ ...blank, path: `${pathname}${differentSearch(search, count++)}` });
}

function bookingsOf(plan: BookingPlan) {
  let next = plan.firstIndex;
  const request = (blank: object) => {
    const index = next++;
    const start = plan.firstStart + Math.floor(index / plan.staffIds.length) * hourMs;
    const body = {
      service_id: plan.serviceId,
      staff_id: plan.staffIds[index % plan.staffIds.length],
      start_time: `${new Date(start).toISOString().slice(0, 19)}Z`,
      customer: { name: "Bench Runner", email: `runner-${index}@customer.example` },
    };
    const headers = { "Content-Type": "application/json", "Idempotency-Key": randomUUID() };
    return { ...blank, method: "POST", headers, body: JSON.stringify(body) };
  };
  return { request, nextIndex: () => next };
}
