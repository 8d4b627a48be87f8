/** Next calls this once, when the server process starts and before it answers: the job worker starts beside it. */
export async function register(): Promise<void> {
  // In this form, so that bundles for other runtimes leave the import out.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startWorkerOnce } = await import("#delivery/worker/start-worker-once.ts");
    await startWorkerOnce();
  }
}
