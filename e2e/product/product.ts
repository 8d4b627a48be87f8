import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

const root = join(import.meta.dirname, "../..");
const startTimeoutMs = 180_000;

/** The product as an operator runs it: production build, embedded PostgreSQL in a folder of its own. */
export type Product = {
  /** `http://localhost:<port>`. */
  url: string;
  port: number;
  dataDir: string;
  /** Addresses of its database, for the application's login and for one that sees everything. */
  databaseUrl: string;
  superuserUrl: string;
  /** Ends it as Ctrl-C does, and forgets its data unless `keepData`. */
  stop(options?: { keepData?: boolean }): Promise<void>;
  /** kill -9 of the server process, in the middle of whatever it does. Resolves when all of the product is gone. */
  kill(): Promise<void>;
};

/** Starts the product in `dataDir` (a new folder when absent) and waits until it answers. */
export async function startProduct(options: { dataDir?: string } = {}): Promise<Product> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "slotkeeper-product-")));
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, "scripts/launch/launch.ts")], {
    cwd: root,
    env: { ...process.env, ...environment(dataDir, port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await untilReady(child).catch(async (error) => {
    child.kill("SIGTERM");
    await ended;
    throw error;
  });
  const settings = JSON.parse(await readFile(join(dataDir, "postgres.json"), "utf8"));
  const addressAs = (login: string, password: string) =>
    `postgresql://${login}:${encodeURIComponent(password)}@127.0.0.1:${settings.port}/slotkeeper`;
  return {
    url: `http://localhost:${port}`,
    port,
    dataDir,
    databaseUrl: addressAs("slotkeeper_web", settings.passwords.app),
    superuserUrl: addressAs("postgres", settings.passwords.superuser),
    async stop({ keepData = false } = {}) {
      child.kill("SIGTERM");
      await ended;
      if (!keepData) await rm(dataDir, { recursive: true, force: true });
    },
    async kill() {
      process.kill(serverOf(child), "SIGKILL");
      await ended;
    },
  };
}

function environment(dataDir: string, port: number): Record<string, string> {
  return {
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    DATA_DIR: dataDir,
    DEMO: "true",
    LOG_LEVEL: "warn",
    NODE_ENV: "production",
    RATE_LIMIT_PER_MINUTE: "0",
    // The product's own defaults, whatever this shell has set.
    DATABASE_URL: "",
    DATABASE_OWNER_URL: "",
    DATABASE_JOBS_URL: "",
    RESEND_API_KEY: "",
    STRIPE_SECRET_KEY: "",
    STRIPE_WEBHOOK_SECRET: "",
    SMTP_URL: "",
  };
}

/** The launcher's child that serves requests. */
function serverOf(launcher: ChildProcess): number {
  const children = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  for (const line of children) {
    const [pid, parent, ...words] = line.trim().split(/\s+/);
    if (Number(parent) === launcher.pid && words.join(" ").includes("scripts/serve.ts")) return Number(pid);
  }
  throw new Error("The product has no server process");
}

function untilReady(child: ChildProcess): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk;
      if (/^Ready: /m.test(said)) resolve();
    });
    child.once("exit", () => reject(new Error(`The product ended while starting:\n${said}`)));
    setTimeout(
      () => reject(new Error(`The product did not start in time:\n${said}`)),
      startTimeoutMs,
    ).unref();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** A connection that sees all businesses, for asserting on what is stored. */
export async function connectAsSuperuser(product: Product): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: product.superuserUrl });
  await client.connect();
  return client;
}
