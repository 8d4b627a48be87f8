import { spawn } from "node:child_process";
import { root } from "../launch/build.ts";

/** Runs a program of the project with its output in view; resolves with its exit code. */
export function runProgram(
  command: string,
  words: string[],
  environment: Record<string, string | undefined> = {},
): Promise<number> {
  const child = spawn(command, words, {
    cwd: root,
    env: { ...process.env, ...environment } as NodeJS.ProcessEnv,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
