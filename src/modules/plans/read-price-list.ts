import { platformQuery } from "#database/tenant-context.ts";
import { type PlanRow, planOf } from "./plan-row.ts";
import type { Plan } from "./schema.ts";

/** The plans that anybody can choose, from the smallest of each track to its largest: for the price list (A11). */
export async function readPriceList(): Promise<Plan[]> {
  const rows = await platformQuery<PlanRow>(
    "SELECT * FROM plan WHERE retired_at IS NULL ORDER BY track, position, id",
    [],
    "read_price_list",
  );
  return rows.map(planOf);
}
