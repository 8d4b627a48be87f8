import type { Sql } from "#database/tenant-context.ts";
import { type PlanRow, planOf } from "./plan-row.ts";
import type { Plan } from "./schema.ts";

/** Every plan, retired ones too, from the smallest of each track to its largest (A6). */
export async function listPlans({ sql }: { sql: Sql }): Promise<Plan[]> {
  const rows = await sql<PlanRow>("SELECT * FROM plan ORDER BY track, position, id", [], "list_plans");
  return rows.map(planOf);
}
