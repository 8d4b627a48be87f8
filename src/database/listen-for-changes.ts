import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type ChangedSpan, changeChannel } from "./announce-change.ts";
import { database } from "./prisma.ts";

/** What was announced; without a span, anything of the business may have changed. */
export type Change = { tenantId: string; span: ChangedSpan | null };

export type ChangeHandlers = {
  onChange(change: Change): void;
  /** From now on every change is heard; before that, changes may have been missed. Called for each new connection. */
  onListening(): void;
};

/** Milliseconds before another connection is tried, the last for all further ones. */
const retryAfterMs = [50, 250, 1_000, 2_000, 5_000];
/** A connection that died without a word is found out in this time at most. */
const probeEveryMs = 15_000;
const probeTimeoutMs = 5_000;

/**
 * Hears every change that is announced, over one more connection to the process's database (a direct one: a pooler in
 * transaction mode delivers no notifications). A connection that breaks is replaced. `stop` resolves when it is closed.
 */
export function listenForChanges(handlers: ChangeHandlers): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const listening = listen(handlers, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await listening;
    },
  };
}

async function listen(handlers: ChangeHandlers, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    const listened = await listenOnce(handlers, signal);
    if (listened) failures = 0;
    const wait = retryAfterMs[Math.min(failures, retryAfterMs.length - 1)];
    await sleep(wait, undefined, { signal, ref: false }).catch(() => {});
  }
}

/** Listens until the connection ends; whether it ever did. */
async function listenOnce(handlers: ChangeHandlers, signal: AbortSignal): Promise<boolean> {
  const client = new pg.Client({
    connectionString: database().pool.options.connectionString,
    application_name: "slotkeeper live",
    keepAlive: true,
    connectionTimeoutMillis: probeTimeoutMs,
    query_timeout: probeTimeoutMs,
  });
  const ended = new Promise<void>((resolve) => {
    client.once("error", () => resolve());
    client.once("end", () => resolve());
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  // A second error, while the connection is being closed, must not end the process.
  client.on("error", () => {});
  client.on("notification", ({ payload }) => handlers.onChange(changeOf(payload ?? "")));
  let probing: NodeJS.Timeout | undefined;
  try {
    await client.connect();
    await client.query(`LISTEN ${changeChannel}`);
    handlers.onListening();
    probing = setInterval(() => client.query("SELECT 1").catch(() => client.end()), probeEveryMs);
    await ended;
    return true;
  } catch {
    return false;
  } finally {
    clearInterval(probing);
    await client.end().catch(() => {});
  }
}

function changeOf(payload: string): Change {
  const [tenantId = "", from, until] = payload.split(" ");
  return { tenantId, span: from && until ? { from: Number(from), until: Number(until) } : null };
}
