import { connectMailer } from "#compose.ts";
import { refusePrivilegedLogin } from "#database/refuse-privileged-role.ts";
import { logger } from "#delivery/http/logger.ts";
import { env } from "#env.ts";
import { atShutdown } from "#kernel/at-shutdown.ts";
import { startWorker } from "./start-worker.ts";

const started = globalThis as typeof globalThis & { slotkeeperWorkerStarted?: boolean };

/**
 * Starts this process's job worker, unless ROLE leaves that to another process. Once, however often Next loads its
 * instrumentation. Throws PrivilegedRoleError when the application's login could see every business's rows.
 */
export async function startWorkerOnce(): Promise<void> {
  if (started.slotkeeperWorkerStarted) return;
  started.slotkeeperWorkerStarted = true;
  await refusePrivilegedLogin(env.DATABASE_URL);
  if (env.ROLE === "web") return;
  const worker = startWorker({ jobsUrl: env.DATABASE_JOBS_URL, connectMailer });
  atShutdown(() => worker.stop());
  void worker.ready.then(() => logger().info("job worker started"));
}
