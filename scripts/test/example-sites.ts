import { type ChildProcess, execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../launch/build.ts";
import { freePort } from "./free-port.ts";

const startTimeoutMs = 60_000;
const ownerPassword = "for the journeys";

/** What the journeys need to know of the sites. */
type Sites = { SITES_PORT: string; PLATFORM_KEY: string; OWNER_PASSWORD: string };

/**
 * Runs `work` while examples/site-builder runs beside the product of `environment`, with a key that the command for
 * operators has made for it, as its README says.
 */
export async function withExampleSites<T>(
  environment: Record<string, string>,
  work: (sites: Sites) => Promise<T>,
): Promise<T> {
  const credentials = await makeKey(environment);
  const sites = {
    SITES_PORT: String(await freePort()),
    PLATFORM_KEY: credentials.PLATFORM_KEY ?? "",
    OWNER_PASSWORD: ownerPassword,
  };
  const server = spawn(process.execPath, [join(root, "examples/site-builder/server.ts")], {
    cwd: root,
    env: {
      ...process.env,
      ...credentials,
      PLATFORM_URL: environment.APP_URL,
      PORT: sites.SITES_PORT,
      OWNER_PASSWORD: ownerPassword,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    await untilReady(server);
    return await work(sites);
  } finally {
    server.kill();
  }
}

/** `PLATFORM_KEY` and `PLATFORM_SECRET`, from what the command prints. */
async function makeKey(environment: Record<string, string>): Promise<Record<string, string>> {
  const hosts = "sites.localhost,www.carla-pilates.localhost";
  const words = [join(root, "scripts/builder.ts"), "add", "Sitewright", "--sites", hosts];
  const { stdout } = await promisify(execFile)(process.execPath, words, {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  return Object.fromEntries(
    [...stdout.matchAll(/^(PLATFORM_\w+)=(.+)$/gm)].map(([, name, value]) => [name, value]),
  );
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stdout?.on("data", (chunk: Buffer) => {
      process.stdout.write(chunk);
      if (String(chunk).includes("Ready: ")) resolve();
    });
    server.once("exit", () => reject(new Error("The example of a website builder ended while starting")));
    setTimeout(() => reject(new Error("The example did not start in time")), startTimeoutMs).unref();
  });
}
