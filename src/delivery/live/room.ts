import type { ChangedSpan } from "#database/announce-change.ts";
import { type TenantContext, type TenantScope, withTenant } from "#database/tenant-context.ts";
import { logger } from "#delivery/http/logger.ts";
import { type Page, type Question, WatchedQuestion } from "./question.ts";
import type { Turnstile } from "./turnstile.ts";

/** Changes that come together are looked at together. */
const gatherMs = 25;
/** The notice a business asks for takes times away as the clock runs, so each answer is looked at this often anyway. */
const lookAgainMs = 60_000;
const afterFailureMs = 2_000;
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
      void this.#turnstile(() => this.#look());
    }, gatherMs);
  }

  async #look(): Promise<void> {
    const changes = this.#changes.splice(0);
    this.#again = false;
    let next: { ms: number; changed: Changed } = { ms: afterFailureMs, changed: null };
    try {
      const wait = await withTenant(this.#scope, (ctx) => this.#answerTouched(ctx, changes));
      // A hold that runs out frees its time without any transaction that could say so.
      next = { ms: Math.min(Math.max(wait, 0) + 10, lookAgainMs), changed: always };
    } catch (error) {
      logger().warn({ err: error }, "open pages could not be refreshed");
    }
    this.#looking = false;
    clearTimeout(this.#later);
    if (this.isEmpty) return;
    this.#later = setTimeout(() => this.change(next.changed), next.ms);
    if (this.#again) this.#lookSoon();
  }

  /** Answers what a change may have touched; the milliseconds until the next hold runs out. */
  async #answerTouched(ctx: TenantContext, changes: readonly Changed[]): Promise<number> {
    const anew = changes.includes(null);
    const spans = changes.filter((changed) => changed !== null);
    const standing: WatchedQuestion[] = [];
    for (const watched of [...this.#questions.values()]) {
      if (!anew && !watched.isTouchedBy(spans)) continue;
      if (await watched.prepare(ctx, anew)) standing.push(watched);
    }
    const asked = standing.map((watched) => watched.ask(ctx));
    const [[row]] = await Promise.all([
      ctx.sql<{ ms: number | null }>(nextExpiry, [ctx.tenantId], "next_expiry"),
      ...asked,
    ]);
    return row?.ms ?? lookAgainMs;
  }
}
