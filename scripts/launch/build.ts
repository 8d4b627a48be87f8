import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { inTurn } from "./build-turn.ts";

export const root = join(import.meta.dirname, "../..");

/** What the build reads. Everything else may change without a new build. */
const sources = [
  "src",
  "public",
  "prisma/schema",
  "next.config.ts",
  "vite.booking.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const made = ["src/generated", "public/assets"];
const buildStamp = join(root, ".next/slotkeeper-sources");
const buildTurn = join(root, "node_modules/.slotkeeper-building");
const clientStamp = join(root, "src/generated/slotkeeper-schema");

/** Where to tell people what is going on, and the signal that ends it. */
type Progress = { say(line: string): void; signal: AbortSignal };

/** Generates the Prisma client and builds, each only when what it reads has changed. Returns what was done. */
export async function ensureBuilt(progress: Progress): Promise<{ generated: boolean; built: boolean }> {
  const generated = await ensureClient(progress);
  const built = await inTurn(buildTurn, progress.signal, () => buildWhenChanged(progress));
  return { generated, built };
}

async function buildWhenChanged(progress: Progress): Promise<boolean> {
  const hash = await hashFiles(sources);
  if ((await readStamp(buildStamp)) === hash && existsSync(join(root, ".next/BUILD_ID"))) {
    return false;
  }
  progress.say("Building (about a minute the first time) …");
  // An interrupted build must not count as one.
  await rm(buildStamp, { force: true });
  if (existsSync(join(root, "vite.booking.config.ts"))) {
    await runTool(
      "vite/bin/vite.js",
      ["build", "--config", "vite.booking.config.ts", "--logLevel", "warn"],
      progress.signal,
    );
  }
  await runTool("next/dist/bin/next", ["build"], progress.signal);
  await writeFile(buildStamp, hash);
  return true;
}

/** Generates the Prisma client when the schema files have changed. */
export async function ensureClient(progress: Progress): Promise<boolean> {
  const hash = await hashFiles(["prisma/schema", "prisma.config.ts", "package-lock.json"]);
  if ((await readStamp(clientStamp)) === hash && existsSync(join(root, "src/generated/prisma/client.ts")))
    return false;
  progress.say("Generating the database client …");
  await runTool("prisma/build/index.js", ["generate"], progress.signal);
  await mkdir(join(clientStamp, ".."), { recursive: true });
  await writeFile(clientStamp, hash);
  return true;
}

function readStamp(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch(() => null);
}

/** One hash over the names and contents of files, tests left out. */
async function hashFiles(paths: string[]): Promise<string> {
  const files = (await Promise.all(paths.map((path) => listFiles(join(root, path))))).flat();
  const hashes = await Promise.all(
    files.map(async (file) => {
      const content = createHash("sha256").update(await readFile(file));
      return `${relative(root, file)} ${content.digest("hex")}`;
    }),
  );
  return createHash("sha256").update(hashes.sort().join("\n")).digest("hex");
}

async function listFiles(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
  if (entries === null) return existsSync(path) ? [path] : [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !/\.test\.tsx?$/.test(file) && !made.some((folder) => relative(root, file).startsWith(folder)),
    );
}

/** Runs a package's program; shows what it said only when it fails. */
function runTool(program: string, words: string[], signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [join(root, "node_modules", program), ...words], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    signal,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" },
  });
  const said: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (code === 0) return resolve();
      const words = Buffer.concat(said).toString();
      reject(new Error(`${words}\n${program} ${signal ? `was stopped (${signal})` : `failed (${code})`}`));
    });
  });
}
