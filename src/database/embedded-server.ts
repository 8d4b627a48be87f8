import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, open, readFile, realpath, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { findServerBinaries } from "./embedded-binaries.ts";
import { initialiseCluster } from "./embedded-cluster.ts";
import {
  type EmbeddedSettings,
  embeddedPaths,
  readEmbeddedSettings,
  writeEmbeddedSettings,
} from "./embedded-folder.ts";
import { findServerUser, type ServerUser } from "./embedded-user.ts";

/** A running PostgreSQL of our own. */
export type EmbeddedServer = {
  host: "127.0.0.1";
  port: number;
  passwords: EmbeddedSettings["passwords"];
  pid: number;
  /** True when a server that was already running on this folder was found and taken over. */
  adopted: boolean;
  /** Resolves when the process has ended, asked or not; never for one that was taken over. */
  ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, committed ones are on disk. Resolves when it has ended. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** Folder for the cluster, its log and its settings; made when missing. */
  dataDir: string;
  /** Skips every flush to disk: for throw-away test data only. */
  unsafeFast?: boolean;
};

const startTimeoutMs = 60_000;
const stopTimeoutMs = 20_000;
const maxLogBytes = 10_000_000;

/**
 * Starts PostgreSQL on the loopback interface with the data of `dataDir`, or takes over the one that is already
 * running there (left by a launcher that was killed). Throws with the end of the server's log when it fails.
 */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataDir } = options;
  const settings = await readEmbeddedSettings(dataDir);
  const running = await findRunning(dataDir, settings);
  if (running) return handleFor(dataDir, settings, { pid: running });
  const user = await findServerUser();
  await initialiseCluster(dataDir, { user, superuserPassword: settings.passwords.superuser, ...options });
  settings.port = await choosePort(settings.port);
  await writeEmbeddedSettings(dataDir, settings);
  const child = await launch(options, settings.port, user);
  return handleFor(dataDir, settings, { pid: child.pid as number, child });
}

function handleFor(
  dataDir: string,
  settings: EmbeddedSettings,
  process: { pid: number; child?: ChildProcess },
): EmbeddedServer {
  return {
    host: "127.0.0.1",
    port: settings.port,
    passwords: settings.passwords,
    pid: process.pid,
    adopted: !process.child,
    ended: new Promise((resolve) => process.child?.once("exit", () => resolve())),
    stop: () => stopServer(dataDir, process),
  };
}

async function launch(options: EmbeddedOptions, port: number, user: ServerUser): Promise<ChildProcess> {
  const paths = embeddedPaths(options.dataDir);
  const log = await openLog(paths.log, user);
  const deadline = performance.now() + startTimeoutMs;
  try {
    for (;;) {
      const child = await spawnServer(options, { port, user, log: log.fd });
      if (await becomesReady(paths.cluster, child)) return child;
      const words = await endOfLog(paths.log);
      // Backends of a server that was killed need a moment to notice; until then the new one refuses to start.
      const waiting = /still in use|being used by another process/.test(words);
      if (!waiting || performance.now() > deadline) {
        throw new Error(`PostgreSQL did not start. The end of ${paths.log}:\n${words}`);
      }
      await delay(200);
    }
  } finally {
    await log.close();
  }
}

async function spawnServer(
  options: EmbeddedOptions,
  how: { port: number; user: ServerUser; log: number },
): Promise<ChildProcess> {
  const { postgres } = await findServerBinaries(how.user);
  // The real path: the folder may be a link to a place that the server's user can reach.
  const cluster = await realpath(embeddedPaths(options.dataDir).cluster);
  const settings = Object.entries(serverSettings(how.port, options.unsafeFast ?? false));
  const child = spawn(
    postgres,
    ["-D", cluster, ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    {
      ...how.user,
      // A group of its own: Ctrl-C in the terminal must reach the launcher only, which stops PostgreSQL last.
      detached: true,
      stdio: ["ignore", how.log, how.log],
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    },
  );
  child.unref();
  await new Promise<void>((resolve, reject) => child.once("spawn", resolve).once("error", reject));
  return child;
}

function serverSettings(port: number, unsafeFast: boolean): Record<string, string | number> {
  const always = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    // Every statement here is short; compiling one costs more than it saves.
    jit: "off",
  };
  if (!unsafeFast) return always;
  return {
    ...always,
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    wal_level: "minimal",
    max_wal_senders: 0,
  };
}

/** True once the server says "ready" in its lock file, false when the process has ended. */
async function becomesReady(cluster: string, child: ChildProcess): Promise<boolean> {
  const deadline = performance.now() + startTimeoutMs;
  while (child.exitCode === null && child.signalCode === null) {
    const lock = await readLock(cluster);
    if (lock?.pid === child.pid && lock?.status === "ready") return true;
    if (performance.now() > deadline) return false;
    await delay(15);
  }
  return false;
}

type ServerLock = { pid: number; port: number; status: string };

/** PostgreSQL's own lock file: the pid on line 1, the port on line 4, the state on line 8. */
async function readLock(cluster: string): Promise<ServerLock | null> {
  const text = await readFile(`${cluster}/postmaster.pid`, "utf8").catch(() => null);
  if (text === null) return null;
  const lines = text.split("\n").map((line) => line.trim());
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7] ?? "" };
}

/** The pid of the server that is running on this folder, after clearing the lock file of one that was killed. */
async function findRunning(dataDir: string, settings: EmbeddedSettings): Promise<number | null> {
  const cluster = embeddedPaths(dataDir).cluster;
  const deadline = performance.now() + startTimeoutMs;
  for (;;) {
    const lock = await readLock(cluster);
    if (!lock) return null;
    if (!isAlive(lock.pid) || !(await isPostgres(lock.pid))) {
      await rm(`${cluster}/postmaster.pid`, { force: true });
      return null;
    }
    if (lock.status === "ready" && (await answers(lock.port, settings))) {
      settings.port = lock.port;
      return lock.pid;
    }
    if (performance.now() > deadline) {
      throw new Error(
        `A PostgreSQL (pid ${lock.pid}) holds ${cluster} but does not answer. End it and try again.`,
      );
    }
    await delay(100);
  }
}

async function answers(port: number, settings: EmbeddedSettings): Promise<boolean> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password: settings.passwords.superuser,
    database: "postgres",
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** After a reboot the old pid may be anybody's. Where the system has no /proc, a living pid counts as PostgreSQL. */
async function isPostgres(pid: number): Promise<boolean> {
  if (!existsSync("/proc/self/cmdline")) return true;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return command.includes("postgres");
}

async function stopServer(dataDir: string, server: { pid: number; child?: ChildProcess }): Promise<void> {
  const cluster = embeddedPaths(dataDir).cluster;
  const ended = async () => {
    if (server.child) return server.child.exitCode !== null || server.child.signalCode !== null;
    return (await readLock(cluster))?.pid !== server.pid;
  };
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (await ended()) return;
    if (isAlive(server.pid)) process.kill(server.pid, signal);
    const deadline = performance.now() + stopTimeoutMs;
    while (!(await ended()) && performance.now() < deadline) await delay(20);
  }
  if (!(await ended())) throw new Error(`PostgreSQL (pid ${server.pid}) did not stop`);
}

/** The remembered port when it is free, so that tools keep their address; otherwise any free one. */
async function choosePort(remembered: number): Promise<number> {
  return (remembered > 0 && (await tryPort(remembered))) || ((await tryPort(0)) as number);
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}

async function openLog(path: string, user: ServerUser) {
  const size = await stat(path)
    .then((found) => found.size)
    .catch(() => 0);
  const log = await open(path, size > maxLogBytes ? "w" : "a", 0o600);
  if (user.uid !== undefined) await chown(path, user.uid, user.gid ?? user.uid);
  return log;
}

async function endOfLog(path: string): Promise<string> {
  const text = await readFile(path, "utf8").catch(() => "");
  return text.split("\n").slice(-12).join("\n");
}
