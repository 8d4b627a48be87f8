import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, rename, stat, symlink } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { ServerUser } from "./embedded-user.ts";

// As root, PostgreSQL runs as another user, which cannot enter a private folder such as /root. What it needs from
// there is then kept here.
const sharedFolder = "/var/lib/slotkeeper";

/** Whether `user` may pass through every folder above `path`. Always true for a server that runs as ourselves. */
export async function canReach(user: ServerUser, path: string): Promise<boolean> {
  if (user.uid === undefined) return true;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const owns = (uid === user.uid && mode & 0o100) || (gid === user.gid && mode & 0o010);
    if (!owns && !(mode & 0o001)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** A copy of a package's folder that any user may enter; made once per version. */
export async function copyWithinReach(folder: string, version: string): Promise<string> {
  const name = createHash("sha256").update(`${folder} ${version}`).digest("hex").slice(0, 12);
  const copy = join(sharedFolder, `postgres-${version}-${name}`);
  if (existsSync(copy)) return copy;
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
  const fresh = `${copy}.${process.pid}`;
  await cp(folder, fresh, { recursive: true, verbatimSymlinks: true });
  await rename(fresh, copy).catch((error: NodeJS.ErrnoException) => {
    // Another start was faster.
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
  return copy;
}

/** Puts the cluster into a folder of its own outside and leaves a link to it at `link`; returns the folder. */
export async function linkOutside(link: string): Promise<string> {
  const home = join(sharedFolder, `data-${randomBytes(6).toString("hex")}`);
  await mkdir(home, { recursive: true, mode: 0o755 });
  await symlink(join(home, "postgres"), link);
  return home;
}
