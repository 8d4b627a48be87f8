import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

/**
 * Runs a script of ours (a `file:` address) in a process of its own, hands it `task` and resolves with the first thing
 * it sends back. `stop` ends it; resolves when it is gone.
 */
export async function startOwnProcess<Answer>(
  script: string,
  task: unknown,
): Promise<{ answer: Answer; stop(): Promise<void> }> {
  const child = fork(fileURLToPath(script), { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    if (child.connected) child.disconnect();
    await ended;
  };
  child.send(task as object);
  return { answer: await firstMessage<Answer>(child, script), stop };
}

/** The same for a script that ends with its answer. */
export async function runInOwnProcess<Answer>(script: string, task: unknown): Promise<Answer> {
  const { answer, stop } = await startOwnProcess<Answer>(script, task);
  await stop();
  return answer;
}

function firstMessage<Answer>(child: ChildProcess, script: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as Answer));
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`${script} ended early (${signal ?? code})`)));
  });
}

/** The other side of it: does `work` with the task that comes, sends its answer, and leaves when nobody listens. */
export function answerTask<Task, Answer>(work: (task: Task) => Promise<Answer>): void {
  process.once("disconnect", () => process.exit());
  process.once("message", async (task) => {
    try {
      process.send?.(await work(task as Task));
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  });
}

export type RunningProcess = { pid: number; parent: number; residentBytes: number; words: string };

/** Every process that came from this one, at any depth, and those of `alsoFrom`, themselves included. */
export function descendants(alsoFrom: number[] = []): RunningProcess[] {
  const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss=,args="], { encoding: "utf8" });
  const all = listed
    .trim()
    .split("\n")
    .map((line): RunningProcess => {
      const [pid, parent, kilobytes, ...words] = line.trim().split(/\s+/);
      const residentBytes = Number(kilobytes) * 1024;
      return { pid: Number(pid), parent: Number(parent), residentBytes, words: words.join(" ") };
    });
  const family = new Set([process.pid, ...alsoFrom]);
  for (let before = 0; before !== family.size; ) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid }) => pid !== process.pid && family.has(pid));
}

/** Linux counts processor time in hundredths of a second, wherever Node runs. */
const tickMs = 10;

/** Processor time that a process has had, in milliseconds; null where the system does not say it this way. */
export function cpuMsOf(pid: number): number | null {
  try {
    // After the name, which may hold anything: state is the first field, user and system time the 12th and 13th.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  } catch {
    return null;
  }
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
