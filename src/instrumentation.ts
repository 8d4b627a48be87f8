/**
 * Next calls this once, when the server process starts and before it answers: requests are watched (scripts/serve.ts
 * has done so already; `next dev` has not), and the job worker starts beside it.
 */
export async function register(): Promise<void> {
  // In this form, so that bundles for other runtimes leave the import out.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { watchRequests } = await import("#delivery/http/watch-requests.ts");
    watchRequests();
    const { startWorkerOnce } = await import("#delivery/worker/start-worker-once.ts");
    await startWorkerOnce();
  }
}
