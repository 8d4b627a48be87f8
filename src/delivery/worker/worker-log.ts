import { Logger } from "graphile-worker";
import { logger } from "#delivery/http/logger.ts";

const levels = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

/**
 * The queue's log lines in the process's log. Its messages quote what failed, and its details the whole job, so of a
 * failure only the error's harmless facts and the job's ids are kept.
 */
export const workerLog = new Logger((scope) => (level, message, meta) => {
  const facts = { task: scope.taskIdentifier, jobId: scope.jobId };
  const error = meta?.error ?? meta?.fatalError;
  if (error) logger()[levels[level]]({ ...facts, err: error }, "a job or its queue failed");
  else logger()[levels[level]](facts, message);
});
