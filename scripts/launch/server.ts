import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./build.ts";

export type RunningServer = {
  port: number;
  /** Resolves with the exit code or the signal when the process is gone. */
  ended: Promise<string>;
  /** Asks it to finish what it does and to end; resolves when it has. */
  stop(): Promise<void>;
};

/** A server that does not end by itself within this time is ended: longer than it gives itself. */
const killAfterMs = 30_000;

/** Starts web and worker as a process of their own and waits until it answers. */
export async function startServer(
  environment: Record<string, string | undefined>,
  signal: AbortSignal,
): Promise<RunningServer> {
  // Compiled code is kept between starts, which halves the time to the first answer.
  const cached: Record<string, string | undefined> = {
    ...environment,
    NODE_COMPILE_CACHE: join(root, ".next/cache/node"),
  };
  const child = spawn(process.execPath, [join(root, "scripts/serve.ts")], {
    cwd: root,
    env: cached as NodeJS.ProcessEnv,
    // A group of its own: Ctrl-C reaches the launcher only, which stops the server first and PostgreSQL last.
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, name) => resolve(name ?? `exit code ${code}`));
    child.once("error", (error) => resolve(error.message));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    await ended;
    clearTimeout(timer);
  };
  const ready = new Promise<number>((resolve) => {
    child.once("message", (message) => resolve((message as { ready: number }).ready));
  });
  const abandoned = new Promise<"abandoned">((resolve) => {
    signal.addEventListener("abort", () => resolve("abandoned"), { once: true });
  });
  const first = await Promise.race([ready, ended, abandoned]);
  if (first === "abandoned") await stop();
  if (typeof first !== "number")
    throw new Error(`The server did not start (${first}). Its message is above.`);
  return { port: first, ended, stop };
}
