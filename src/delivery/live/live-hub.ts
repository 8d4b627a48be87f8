import type { Change } from "#database/listen-for-changes.ts";
import type { Page, Question } from "./question.ts";
import { Room } from "./room.ts";
import { createTurnstile } from "./turnstile.ts";

/** Connections in use at once for all businesses: bookings need the others more. */
const atOnce = 6;

/** Changes that come together ring once. */
const ringAfterMs = 50;

class Bell {
  readonly pages = new Set<Page>();
  #ringing = false;

  ring(): void {
    if (this.#ringing) return;
    this.#ringing = true;
    setTimeout(() => {
      this.#ringing = false;
      for (const page of this.pages) page.send("event: changed\ndata: {}\n\n");
    }, ringAfterMs);
  }
}

/** Keeps the open pages of every business right, and leaves those of the others alone (C5). */
export class LiveHub {
  readonly #rooms = new Map<string, Room>();
  readonly #turnstile = createTurnstile(atOnce);
  readonly #calendars = new Map<string, Bell>();

  /** Keeps the page up to date, beginning with what differs from `seen` (a version). Returns how to leave. */
  join(question: Question, page: Page, seen: string | null): () => void {
    const { tenantId } = question.scope;
    const room = this.#rooms.get(tenantId) ?? new Room(question.scope, this.#turnstile);
    this.#rooms.set(tenantId, room);
    const leave = room.join(question, page, seen);
    return () => {
      leave();
      if (room.isEmpty && this.#rooms.get(tenantId) === room) this.#rooms.delete(tenantId);
    };
  }

  /** Tells a calendar of the team that something has changed, without saying what. Returns how to leave. */
  joinCalendar(tenantId: string, page: Page): () => void {
    const bell = this.#calendars.get(tenantId) ?? new Bell();
    this.#calendars.set(tenantId, bell);
    bell.pages.add(page);
    return () => {
      bell.pages.delete(page);
      if (bell.pages.size === 0 && this.#calendars.get(tenantId) === bell) this.#calendars.delete(tenantId);
    };
  }

  change({ tenantId, span }: Change): void {
    this.#rooms.get(tenantId)?.change(span);
    this.#calendars.get(tenantId)?.ring();
  }

  /** Looks at everything again, because changes may have been missed. */
  refreshAll(): void {
    for (const room of this.#rooms.values()) room.change(null);
    for (const bell of this.#calendars.values()) bell.ring();
  }
}
