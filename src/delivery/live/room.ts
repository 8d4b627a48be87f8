import type { ChangedSpan } from "#database/announce-change.ts";
import { type TenantScope, withTenant } from "#database/tenant-context.ts";
import { logger } from "#delivery/http/logger.ts";
import { type Page, type Question, WatchedQuestion } from "./question.ts";
import type { Turnstile } from "./turnstile.ts";

/** Changes that come together are looked at together. */
const gatherMs = 25;
/** The notice a business asks for takes times away as the clock runs, so each answer is looked at this often anyway. */
const lookAgainMs = 60_000;
const afterFailureMs = 2_000;
/** By then the database agrees that the hold has run out. */
const afterExpiryMs = 10;
/** Connections that one business's questions are asked over at once. */
const mostLanes = 4;
const always: ChangedSpan = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

const nextExpiry = `SELECT (extract(epoch FROM min(expires_at) - clock_timestamp()) * 1000)::int AS ms
  FROM hold WHERE tenant_id = $1 AND expires_at > clock_timestamp()`;

/** What may have changed: spans of time, or (null) anything. */
type Changed = ChangedSpan | null;

/** The open pages of one business: each distinct question is computed once for all pages that ask it. */
export class Room {
  readonly #scope: TenantScope;
  readonly #turnstile: Turnstile;
  readonly #questions = new Map<string, WatchedQuestion>();
  #changes: Changed[] = [];
  #looking = false;
  #again = false;
  #soon: NodeJS.Timeout | undefined;
  #later: NodeJS.Timeout | undefined;

  constructor(scope: TenantScope, turnstile: Turnstile) {
    this.#scope = scope;
    this.#turnstile = turnstile;
  }

  get isEmpty(): boolean {
    return this.#questions.size === 0;
  }

  /** Adds a page, which gets what differs from `seen`; returns how to leave. */
  join(question: Question, page: Page, seen: string | null): () => void {
    const watched = this.#questions.get(question.key) ?? new WatchedQuestion(question);
    this.#questions.set(question.key, watched);
    if (!watched.join(page, seen)) this.#lookSoon();
    return () => {
      watched.leave(page);
      if (!watched.hasPages && this.#questions.get(question.key) === watched) {
        this.#questions.delete(question.key);
      }
      if (!this.isEmpty) return;
      clearTimeout(this.#later);
      clearTimeout(this.#soon);
      this.#soon = undefined;
    };
  }

  change(changed: Changed): void {
    this.#changes.push(changed);
    this.#lookSoon();
  }

  #lookSoon(): void {
    if (this.#looking) this.#again = true;
    if (this.#looking || this.#soon) return;
    this.#soon = setTimeout(() => {
      this.#soon = undefined;
      this.#looking = true;
      void this.#look();
    }, gatherMs);
  }

  async #look(): Promise<void> {
    const changes = this.#changes.splice(0);
    this.#again = false;
    let next: { ms: number; changed: Changed } = { ms: afterFailureMs, changed: null };
    try {
      const anew = changes.includes(null);
      const spans = changes.filter((changed) => changed !== null);
      const touched = [...this.#questions.values()].filter((watched) => anew || watched.isTouchedBy(spans));
      const waits = await Promise.all(lanesOf(touched).map((lane) => this.#answer(lane, anew)));
      // A hold that runs out frees its time without any transaction that could say so.
      next = { ms: Math.min(...waits, lookAgainMs), changed: always };
    } catch (error) {
      logger().warn({ err: error }, "open pages could not be refreshed");
    }
    this.#looking = false;
    clearTimeout(this.#later);
    if (this.isEmpty) return;
    this.#later = setTimeout(() => this.change(next.changed), next.ms);
    if (this.#again) this.#lookSoon();
  }

  /** Answers some of the questions over one connection; the milliseconds until the next hold runs out. */
  #answer(lane: readonly WatchedQuestion[], anew: boolean): Promise<number> {
    return this.#turnstile(() =>
      withTenant(this.#scope, async (ctx) => {
        const standing: WatchedQuestion[] = [];
        for (const watched of lane) if (await watched.prepare(ctx, anew)) standing.push(watched);
        const [[row]] = await Promise.all([
          ctx.sql<{ ms: number | null }>(nextExpiry, [ctx.tenantId], "next_expiry"),
          ...standing.map((watched) => watched.ask(ctx)),
        ]);
        return row?.ms == null ? lookAgainMs : Math.max(row.ms, 0) + afterExpiryMs;
      }),
    );
  }
}

/** Many questions are asked over several connections at once; at least one lane, to learn of the next expiry. */
function lanesOf(questions: readonly WatchedQuestion[]): WatchedQuestion[][] {
  const lanes = Math.min(mostLanes, Math.max(1, Math.ceil(questions.length / 2)));
  return Array.from({ length: lanes }, (_, lane) => questions.filter((_, index) => index % lanes === lane));
}
