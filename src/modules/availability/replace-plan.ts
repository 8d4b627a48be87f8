import { type Refused, refuse } from "#kernel/result.ts";
import type { Decision } from "./change-rules.ts";
import { isUsual, planKey } from "./hours-plans.ts";
import type { NewRule, StoredRule } from "./stored-rules.ts";

type Plan = { id: string | undefined; wanted: NewRule[] } & Pick<Decision, "event" | "payload">;

/** Puts a plan in the place of the one with that id, or beside the others; two that could not be told apart are refused. */
export function replacePlan(
  rules: readonly StoredRule[],
  { id, wanted, ...said }: Plan,
): Decision | Refused<"inUse" | "notFound"> {
  const old = id ? planWith(rules, id) : [];
  if (id && old.length === 0) return refuse("notFound", "These hours are no longer there.");
  const keys = new Set(wanted.map(planKey));
  const alike = rules.some((rule) => !old.includes(rule) && !isUsual(rule) && keys.has(planKey(rule)));
  if (alike) {
    return refuse(
      "inUse",
      "There are hours for the same time already. Change those, or give these another name.",
      {
        field: "name",
      },
    );
  }
  return { old, wanted, ...said };
}

/** The rules of the plan that a rule with this id belongs to; none when it is of the usual week, or of a date. */
export function planWith(rules: readonly StoredRule[], id: string): StoredRule[] {
  const one = rules.find((rule) => rule.id === id);
  if (!one || isUsual(one) || !(one.kind === "weekly" || one.kind === "monthly")) return [];
  return rules.filter((rule) => !isUsual(rule) && planKey(rule) === planKey(one));
}
