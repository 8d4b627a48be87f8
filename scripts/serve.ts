// The product itself: web and worker (or one of them, by ROLE) in one process. `npm start` runs it after preparing
// everything; a deployment with its own PostgreSQL and a finished build may run it alone.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import next from "next";
import { refusePrivilegedLogin } from "#database/refuse-privileged-role.ts";
import { disconnectDatabase } from "#database/tenant-pool.ts";
import { refuseForgedHost } from "#delivery/http/refuse-forged-host.ts";
import { watchRequests } from "#delivery/http/watch-requests.ts";
import { closeLive, serveLive } from "#delivery/live/serve-live.ts";
import { serveRest } from "#delivery/rest/serve-rest.ts";
import { env } from "#env.ts";
import { runShutdown } from "#kernel/at-shutdown.ts";

/** Requests in progress get this long to finish, then their connections are cut. */
const drainMs = 10_000;
/** After this the process ends, whatever still runs: jobs are retried, transactions roll back. */
const giveUpMs = 25_000;

process.env.NEXT_MANUAL_SIG_HANDLE = "true";

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function main(): Promise<void> {
  await Promise.all([env.DATABASE_URL, env.DATABASE_JOBS_URL].map(refusePrivilegedLogin));
  watchRequests();
  const app = next({
    dev: false,
    dir: join(import.meta.dirname, ".."),
    hostname: "localhost",
    port: env.PORT,
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    if (refuseForgedHost(request, response)) return;
    if (serveRest(request, response) || serveLive(request, response)) return;
    handle(request, response).catch(() => response.destroy());
  });
  // Longer than any proxy in front keeps a connection, so that it is never the server that closes one in use.
  server.keepAliveTimeout = 75_000;
  await listen(server);
  stopOnSignal(server, () => app.close());
  process.send?.({ ready: (server.address() as AddressInfo).port });
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    // No address: all of them, by IPv6 and IPv4. Next must not be told 127.0.0.1, or the proxy's rewrites leave the process.
    server.listen(env.PORT, () => resolve());
  });
}

function stopOnSignal(server: Server, closeNext: () => Promise<void>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), giveUpMs).unref();
    try {
      closeLive();
      await drain(server);
      await runShutdown();
      await closeNext();
      await disconnectDatabase();
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // The launcher was killed: nobody else will stop us.
  process.on("disconnect", stop);
}

/** Takes no new request, lets those in progress finish, and closes connections that only wait. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), drainMs).unref();
  });
}
