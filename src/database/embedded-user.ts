import { execFile } from "node:child_process";
import { userInfo } from "node:os";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Ids to run PostgreSQL with; empty unless this process is root, because PostgreSQL refuses to run as root. */
export type ServerUser = { uid?: number; gid?: number };

/** Finds the system's `postgres` user when running as root, and creates it when it is missing. */
export async function findServerUser(): Promise<ServerUser> {
  if (userInfo().uid !== 0) return {};
  return (await lookUp()) ?? (await createUser());
}

async function lookUp(): Promise<ServerUser | null> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", "postgres"]), run("id", ["-g", "postgres"])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function createUser(): Promise<ServerUser> {
  await run("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]).catch((cause) => {
    throw new Error(
      "PostgreSQL does not run as root and the user `postgres` could not be created. Run as another user.",
      { cause },
    );
  });
  const user = await lookUp();
  if (!user) throw new Error("The user `postgres` was created but cannot be found");
  return user;
}
