// Plain JavaScript for any Node from 20 on, and only what Node brings: it runs before anything is installed.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const projectNode = join(
  root,
  "node_modules/node/bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** Installs exactly what package-lock.json says, unless that is there already. Says whether it did. */
export async function ensurePackages({ development = false } = {}) {
  if (packagesAreCurrent(development)) return false;
  console.log("Installing packages (about a minute the first time) …");
  const code = await run(...npm(), [
    "ci",
    "--no-audit",
    "--no-fund",
    ...(development ? ["--include=dev"] : []),
  ]);
  if (code !== 0) throw new Error("`npm ci` failed; its message is above.");
  if (!existsSync(projectNode)) {
    throw new Error(
      "`npm ci` did not bring the project's own Node. Are install scripts disabled on this machine?",
    );
  }
  return true;
}

/** npm writes node_modules/.package-lock.json as its last step, so an installation that was interrupted does not pass. */
function packagesAreCurrent(development) {
  try {
    const wanted = readJson("package-lock.json").packages;
    const installed = readJson("node_modules/.package-lock.json").packages;
    const differs = Object.entries(wanted).some(([path, entry]) => {
      if (path === "" || (!development && entry.dev)) return false;
      const there = installed[path];
      return there ? there.version !== entry.version : !entry.optional && !entry.devOptional;
    });
    return !differs && existsSync(projectNode);
  } catch {
    return false;
  }
}

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

/** The npm that started us, or the one on the path. */
function npm() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script)) return [process.execPath, [script]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", []];
}

/** True when this is the Node that the project brings. */
export function isProjectNode() {
  return process.versions.node === readJson("package-lock.json").packages["node_modules/node"].version;
}

/** Runs a script of ours with the project's own Node; resolves with its exit code. Signals are passed on. */
export function runWithProjectNode(script, words = []) {
  return run(projectNode, [], [join(root, script), ...words], { passSignals: true });
}

function run(command, before, words, { passSignals = false } = {}) {
  const shell = command.endsWith(".cmd");
  const child = spawn(command, [...before, ...words], { cwd: root, stdio: "inherit", shell });
  const pass = (signal) => child.kill(signal);
  const signals = passSignals ? ["SIGINT", "SIGTERM", "SIGHUP"] : [];
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}

/** Reads `.env` without overruling what is set; Node before 20.12 cannot, and the project's own Node does it again. */
export function loadDotEnv() {
  const path = join(root, ".env");
  if (existsSync(path)) process.loadEnvFile?.(path);
}
