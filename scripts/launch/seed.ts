import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { grantAdmin } from "#database/platform-admins.ts";
import { root } from "./build.ts";

const seedScript = join(root, "prisma/seed/seed.ts");

/** The platform admin of the demo data; its password is the owners'. */
const demoAdmin = "admin@slotkeeper.example";

/**
 * Fills a database that has neither a business nor a user with the demo businesses and their platform admin, who only
 * the owner of the tables can make one.
 */
export async function seedWhenEmpty(
  environment: Record<string, string | undefined>,
  ownerUrl: string,
  progress: { say(line: string): void; signal: AbortSignal },
): Promise<void> {
  if (!existsSync(seedScript) || !(await isEmpty(environment.DATABASE_URL ?? ""))) return;
  progress.say("Writing demo data …");
  const child = spawn(process.execPath, [seedScript], {
    cwd: root,
    env: environment as NodeJS.ProcessEnv,
    stdio: ["ignore", "ignore", "inherit"],
    signal: progress.signal,
  });
  await new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`The demo data could not be written (${code})`)),
    );
  });
  await grantDemoAdmin(ownerUrl);
}

async function grantDemoAdmin(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await grantAdmin(owner, demoAdmin);
  } finally {
    await owner.end();
  }
}

async function isEmpty(appUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ empty: boolean }>(
      "SELECT NOT EXISTS (SELECT FROM list_businesses()) AND NOT EXISTS (SELECT FROM users) AS empty",
    );
    return rows[0]?.empty ?? false;
  } finally {
    await client.end();
  }
}
