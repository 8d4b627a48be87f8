import type { ChangedSpan } from "#database/announce-change.ts";
import type { TenantContext, TenantScope } from "#database/tenant-context.ts";

/** What an open page asks; all pages with the same key get the same answer. */
export type Question = {
  key: string;
  scope: TenantScope;
  /** Loads what stays the same while nothing but bookings change. False when there is nothing to ask any more. */
  prepare(ctx: TenantContext): Promise<boolean>;
  answer(ctx: TenantContext): Promise<LiveAnswer>;
};

export type LiveAnswer = {
  /** Names the content. */
  version: string;
  /** JSON by part; only parts that differ are sent again. */
  parts: Readonly<Record<string, string>>;
  /** The time in which a change can matter to the answer. */
  period: ChangedSpan;
};

/** An open page: gets `event: times` with a JSON object of parts, or `event: gone` when it should be loaded anew. */
export type Page = { send(text: string): void };

/** A question with the pages that ask it, and the answer they have. */
export class WatchedQuestion {
  readonly #question: Question;
  readonly #pages = new Set<Page>();
  /** Pages that wait for their first answer, with the version they came with. */
  readonly #joined = new Map<Page, string | null>();
  #answer: LiveAnswer | null = null;
  #prepared = false;

  constructor(question: Question) {
    this.#question = question;
  }

  get hasPages(): boolean {
    return this.#pages.size > 0;
  }

  /** Adds a page; false when there is no answer for it yet. */
  join(page: Page, seen: string | null): boolean {
    this.#pages.add(page);
    if (this.#answer) welcome(page, seen, this.#answer);
    else this.#joined.set(page, seen);
    return this.#answer !== null;
  }

  leave(page: Page): void {
    this.#pages.delete(page);
    this.#joined.delete(page);
  }

  isTouchedBy(spans: readonly ChangedSpan[]): boolean {
    const period = this.#answer?.period;
    return !period || spans.some((span) => span.from < period.until && span.until > period.from);
  }

  /** Whether it can still be asked; else its pages are told to load themselves anew. */
  async prepare(ctx: TenantContext, anew: boolean): Promise<boolean> {
    if (anew || !this.#prepared) this.#prepared = await this.#question.prepare(ctx);
    if (!this.#prepared) {
      this.#answer = null;
      for (const page of this.#pages) page.send("event: gone\ndata: {}\n\n");
    }
    return this.#prepared;
  }

  /** Asks, and tells each page what it does not have yet: nothing when the answer is the same. */
  async ask(ctx: TenantContext): Promise<void> {
    const next = await this.#question.answer(ctx);
    const before = this.#answer;
    this.#answer = next;
    const news = before && before.version !== next.version ? timesEvent(next, before) : null;
    for (const page of this.#pages) {
      const seen = this.#joined.get(page);
      if (seen !== undefined) welcome(page, seen, next);
      else if (news) page.send(news);
    }
    this.#joined.clear();
  }
}

function welcome(page: Page, seen: string | null, answer: LiveAnswer): void {
  if (seen !== answer.version) page.send(timesEvent(answer, null));
}

function timesEvent({ parts }: LiveAnswer, before: LiveAnswer | null): string {
  const fields = Object.entries(parts)
    .filter(([name, json]) => before?.parts[name] !== json)
    .map(([name, json]) => `${JSON.stringify(name)}:${json}`);
  return `event: times\ndata: {${fields.join(",")}}\n\n`;
}
