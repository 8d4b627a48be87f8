import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, readlink, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { findServerBinaries } from "./embedded-binaries.ts";
import { embeddedPaths } from "./embedded-folder.ts";
import type { ServerUser } from "./embedded-user.ts";
import { canReach, linkOutside } from "./reachable-folder.ts";

const run = promisify(execFile);

/**
 * Makes the cluster unless it exists: UTF-8, byte order collation with Unicode case rules (the same on every
 * machine, so indexes survive a move), passwords required. Made beside and renamed, so a half-made one is never used.
 */
export async function initialiseCluster(
  dataDir: string,
  how: { user: ServerUser; superuserPassword: string; unsafeFast?: boolean },
): Promise<void> {
  const { cluster } = embeddedPaths(dataDir);
  if (existsSync(`${cluster}/PG_VERSION`)) return;
  const home = await findHome(dataDir, how.user);
  const fresh = join(home, "postgres.new");
  const passwordFile = join(home, "postgres.password");
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${how.superuserPassword}\n`, { mode: 0o600 });
  if (how.user.uid !== undefined) {
    for (const path of [fresh, passwordFile]) await chown(path, how.user.uid, how.user.gid ?? how.user.uid);
  }
  const { initdb } = await findServerBinaries(how.user);
  try {
    const options = [
      `--pgdata=${fresh}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
      ...(how.unsafeFast ? ["--no-sync"] : []),
    ];
    await run(initdb, options, { ...how.user, env: { ...process.env, LC_ALL: "C", TZ: "UTC" } });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, join(home, "postgres"));
}

/** The folder in which the cluster is made: the data folder, or one outside when its user cannot get there. */
async function findHome(dataDir: string, user: ServerUser): Promise<string> {
  const { cluster } = embeddedPaths(dataDir);
  const link = await readlink(cluster).catch(() => null);
  if (link) return dirname(link);
  // The server's user must be able to pass through the folder; what is private in it has a mode of its own.
  if (user.uid !== undefined) await chmod(dataDir, (await stat(dataDir)).mode | 0o111);
  return (await canReach(user, cluster)) ? dataDir : linkOutside(cluster);
}
