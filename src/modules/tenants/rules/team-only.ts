import type { Actor } from "#database/tenant-context.ts";
import { type Refused, refuse } from "#kernel/result.ts";

/** Visitors see what is published; what is archived, offline or personal is for the team and its programs. */
export function isVisitor(actor: Actor): boolean {
  return actor.kind === "customer" || actor.kind === "assistant";
}

/** Null for the team and its programs, else the refusal for a verb to return. */
export function requireTeam(actor: Actor): Refused<"forbidden"> | null {
  return isVisitor(actor) ? refuse("forbidden", "Only the team of the business can see this.") : null;
}
