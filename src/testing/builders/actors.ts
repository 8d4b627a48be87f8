import type { Actor } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";

/** A visitor of the booking page. */
export const aVisitor: Actor = { kind: "customer" };

/** Somebody of the team; `staffId` says whose calendar is theirs. */
export function aMember(role: "owner" | "admin" | "staff", staffId?: string): Actor {
  return { kind: "member", userId: newId(), role, ...(staffId ? { staffId } : {}) };
}
