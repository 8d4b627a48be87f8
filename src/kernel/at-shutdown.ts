type Work = () => Promise<void> | void;

// Next bundles instrumentation and pages separately from the server that stops them: the global object is what they share.
const shared = globalThis as typeof globalThis & { slotkeeperShutdown?: Work[] };

/**
 * Registers what must end in order before the process does: the job worker, timers, connections. The server runs it
 * on SIGTERM after the last request was answered and before the database connections close.
 */
export function atShutdown(work: Work): void {
  shared.slotkeeperShutdown ??= [];
  shared.slotkeeperShutdown.push(work);
}

/** Runs what was registered, the latest first, each once. One that fails does not keep the others from running. */
export async function runShutdown(): Promise<void> {
  const failures: unknown[] = [];
  for (let work = shared.slotkeeperShutdown?.pop(); work; work = shared.slotkeeperShutdown?.pop()) {
    try {
      await work();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Not everything could be stopped in order");
}
