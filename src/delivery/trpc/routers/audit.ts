import { listTrail } from "#modules/audit/list-trail.ts";
import { listTrailPeople } from "#modules/audit/list-trail-people.ts";
import { ListTrailInput } from "#modules/audit/schema.ts";
import { queryOf, queryOfAll, router } from "../procedures.ts";

/** The business's own history (F4). */
export const auditRouter = router({
  list: queryOf(ListTrailInput, listTrail),
  people: queryOfAll(listTrailPeople),
});
