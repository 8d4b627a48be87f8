import { ExplainTimeInput } from "#modules/availability/explain-schema.ts";
import { explainTime } from "#modules/availability/explain-time.ts";
import { queryOf, router } from "../procedures.ts";

export const explainRouter = router({
  time: queryOf(ExplainTimeInput, explainTime),
});
