import type { TenantContext } from "#database/tenant-context.ts";
import { seesOnlyOwnCalendar } from "#modules/accounts/rules/rights.ts";

/** A login that is nobody's calendar sees no appointment: none has this id. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** The one staff member whose appointments the actor may see (F5), or null for all. */
export function calendarOf({ actor }: TenantContext): string | null {
  if (!seesOnlyOwnCalendar(actor)) return null;
  return actor.kind === "member" && actor.staffId ? actor.staffId : nobody;
}
