import type { TenantContext } from "#database/tenant-context.ts";
import type { Scope } from "./rules/rule-book.ts";
import type { Conflicts } from "./schedule-schema.ts";

export async function watchConflicts(
  _ctx: TenantContext,
  _scope: Scope,
): Promise<{ since: () => Promise<Conflicts> }> {
  return { since: async () => ({ count: 0, first: [] }) };
}
