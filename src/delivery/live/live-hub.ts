import type { Change } from "#database/listen-for-changes.ts";
import type { Page, Question } from "./question.ts";
import { Room } from "./room.ts";
import { createTurnstile } from "./turnstile.ts";

/** Connections in use at once for all businesses: bookings need the others more. */
const atOnce = 6;

/** Keeps the open pages of every business right, and leaves those of the others alone (C5). */
export class LiveHub {
  readonly #rooms = new Map<string, Room>();
  readonly #turnstile = createTurnstile(atOnce);

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

  change({ tenantId, span }: Change): void {
    this.#rooms.get(tenantId)?.change(span);
  }

  /** Looks at everything again, because changes may have been missed. */
  refreshAll(): void {
    for (const room of this.#rooms.values()) room.change(null);
  }
}
