import { type DestinationStream, destination, type Logger, type LoggerOptions, pino } from "pino";
import { env } from "#env.ts";

/** Fields that may hold personal data or secrets, wherever a caller puts them (one level deep). */
const personalFields = [
  "authorization",
  "body",
  "cookie",
  "customer",
  "email",
  "headers",
  "html",
  "name",
  "notes",
  "password",
  "phone",
  "recipient",
  "subject",
  "text",
  "to",
  "token",
];

type Logs = { all: Logger; requests: Logger };

const shared = globalThis as typeof globalThis & { slotkeeperLogs?: Logs };

const format: LoggerOptions = {
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  serializers: { err: describeError },
};

/** A logger that writes JSON lines without personal data to `stream`. */
export function createLogger(stream: DestinationStream, level: string = env.LOG_LEVEL): Logger {
  const paths = personalFields.flatMap((field) => [field, `*.${field}`]);
  return pino({ ...format, level, redact: { paths, censor: "[redacted]" } }, stream);
}

/** The process's log. Lines are gathered for up to half a second, so that logging does not slow requests down. */
export function logger(): Logger {
  return logs().all;
}

/** For lines about requests, made of fields known to be harmless: looking for others would cost six times the line. */
export function requestLogger(): Logger {
  return logs().requests;
}

function logs(): Logs {
  // Next bundles pages, the proxy and instrumentation separately: one buffer for all of them.
  shared.slotkeeperLogs ??= openLogs();
  return shared.slotkeeperLogs;
}

function openLogs(): Logs {
  const stream = destination({ sync: false, minLength: 4096, periodicFlush: 500 });
  return { all: createLogger(stream), requests: pino({ ...format, level: env.LOG_LEVEL }, stream) };
}

/**
 * What is logged of an error. Messages of the database quote values ("Key (email)=(…) already exists"), so its errors
 * are named by their code and constraint; others keep message and stack.
 */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, digest } = error as Error & Record<string, unknown>;
  const fromDatabase = "severity" in error || error.constructor.name.startsWith("PrismaClient");
  const facts = { type: error.name, code, constraint, digest };
  if (fromDatabase) return { ...facts, stack: frames(error.stack) };
  return { ...facts, message: error.message, stack: frames(error.stack) };
}

/** The stack without its first lines, which repeat the message. */
function frames(stack: string | undefined): string | undefined {
  return stack
    ?.split("\n")
    .filter((line) => line.startsWith("    at "))
    .join("\n");
}
