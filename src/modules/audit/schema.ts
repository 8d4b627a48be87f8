import { z } from "zod";
import { id } from "#modules/tenants/fields.ts";

/** Whose doings are shown: somebody by their id, or everybody of a kind. */
const actorKinds = [
  "member",
  "customer",
  "apiKey",
  "assistant",
  "platformAdmin",
  "siteBuilder",
  "system",
] as const;

export const ListTrailInput = z.object({
  actorKind: z.enum(actorKinds).optional(),
  /** With `actorKind`: one of them. */
  actorId: id.optional(),
  /** One of `rules/event-words.ts`. */
  kind: z.string().max(30).optional(),
  /** Dates in the business's zone, YYYY-MM-DD, both included. */
  from: z.iso.date("Enter a date").optional(),
  to: z.iso.date("Enter a date").optional(),
  cursor: z.string().max(1000).optional(),
  limit: z.number().int().min(1).max(500).default(50),
});
export type ListTrailInput = z.infer<typeof ListTrailInput>;

export type TrailEntry = {
  id: string;
  type: string;
  at: string;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  subjectType: string;
  subjectId: string;
  /** What it is about by its name; null when it has none, or is gone. */
  subjectName: string | null;
  payload: Record<string, unknown>;
};

export type ListTrailOutput = { entries: TrailEntry[]; nextCursor: string | null };

/** The people of the team, to narrow the history down by. */
export type TrailPerson = { userId: string; name: string };
