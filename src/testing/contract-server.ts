import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";

/** A request that was made, and what is wrong with it by the published contract; null: nothing. */
export type ContractAnswer = { request: string; problem: string | null };

export type ContractServer = {
  baseUrl: string;
  /** Every request that was made so far. */
  answers: ContractAnswer[];
  close(): void;
};

const contracts = resolve(import.meta.dirname, "../../../shared/contracts");

/** The published examples of a provider's events, by file name; none where the contracts are not beside the checkout. */
export function exampleEvents(provider: string): [name: string, body: string][] {
  const folder = join(contracts, "webhooks", provider);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /^[a-z].*\.json$/.test(name));
  return names.map((name) => [name, readFileSync(join(folder, name), "utf8")]);
}

/**
 * A server that follows the published contract of a provider and says what it forbids; null, with a word on the console,
 * where the contracts are not beside the checkout: they are not part of the project.
 */
export async function startContractServer(spec: string): Promise<ContractServer | null> {
  const program = join(contracts, "contract-server.mjs");
  if (!existsSync(program)) {
    process.stdout.write(`The contracts are not at ${contracts}: ${spec} was compared with nothing.\n`);
    return null;
  }
  const port = await freePort();
  const root = dirname(dirname(import.meta.dirname));
  const child = spawn(process.execPath, [program, join(contracts, "specs", spec), String(port)], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const answers: ContractAnswer[] = [];
  if (!child.stdout) throw new Error("The contract server has no output");
  createInterface({ input: child.stdout }).on("line", (line) => {
    const [, status = "", request = "", rest = ""] = /^(\d{3}) ([A-Z]+ \S+) ?(.*)$/.exec(line) ?? [];
    if (request) answers.push({ request, problem: Number(status) < 400 ? null : `${status} ${rest}` });
  });
  const baseUrl = `http://127.0.0.1:${port}`;
  await answering(baseUrl, child);
  return { baseUrl, answers, close: () => child.kill() };
}

async function answering(baseUrl: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries++) {
    const answered = await fetch(baseUrl).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error("The contract server did not start");
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.on("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}
