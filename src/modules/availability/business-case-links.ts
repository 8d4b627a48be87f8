import type { BusinessCase, CaseRule } from "./business-case.ts";

type Problem = { path: (string | number)[]; message: string };

/** What is wrong between the parts of a case: names that nothing bears, or that two things bear. */
export function problemsBetween(parsed: BusinessCase): Problem[] {
  const known = {
    staff: new Set(parsed.staff.map(({ id }) => id)),
    place: new Set(parsed.places.map(({ id }) => id)),
    resource: new Set(parsed.resources.map(({ id }) => id)),
    unit: new Set(unitsOf(parsed)),
  };
  const unknown = (kind: keyof typeof known, id: string | null | undefined, path: Problem["path"]) =>
    id === undefined || id === null || known[kind].has(id)
      ? []
      : [{ path, message: `names no ${kind} of this case` }];
  return [
    ...twice(
      "staff",
      parsed.staff.map(({ id }) => id),
    ),
    ...twice(
      "places",
      parsed.places.map(({ id }) => id),
    ),
    ...twice(
      "resources",
      parsed.resources.map(({ id }) => id),
    ),
    ...twice("resources", unitsOf(parsed)),
    ...twice("service.requirements", parsed.service.requirements.flat()),
    ...unknown("staff", parsed.staffId, ["staffId"]),
    ...parsed.staff.flatMap(({ placeIds = [] }, index) =>
      placeIds.flatMap((id, place) => unknown("place", id, ["staff", index, "placeIds", place])),
    ),
    ...parsed.service.requirements.flatMap((ids, index) =>
      ids.flatMap((id, option) => unknown("resource", id, ["service", "requirements", index, option])),
    ),
    ...parsed.rules.flatMap((rule, index) => [
      ...problemsOfScope(rule, parsed.service.id).map(({ path, message }) => ({
        path: ["rules", index, ...path],
        message,
      })),
      ...unknown("place", rule.placeId, ["rules", index, "placeId"]),
      ...("staffId" in rule ? unknown("staff", rule.staffId, ["rules", index, "staffId"]) : []),
      ...("resourceId" in rule ? unknown("resource", rule.resourceId, ["rules", index, "resourceId"]) : []),
    ]),
    ...parsed.resources.flatMap(({ placeId }, index) =>
      unknown("place", placeId, ["resources", index, "placeId"]),
    ),
    ...parsed.travel.flatMap(({ from, to }, index) => [
      ...unknown("place", from, ["travel", index, "from"]),
      ...unknown("place", to, ["travel", index, "to"]),
    ]),
    ...parsed.bookings.flatMap(({ staffId, unitId }, index) => [
      ...unknown("staff", staffId, ["bookings", index, "staffId"]),
      ...unknown("unit", unitId, ["bookings", index, "unitId"]),
      ...((staffId === undefined) === (unitId === undefined)
        ? [{ path: ["bookings", index, "staffId"], message: "needs either a staffId or a unitId" }]
        : []),
    ]),
  ];
}

function unitsOf({ resources }: BusinessCase): string[] {
  return resources.flatMap(({ id, units }) => units ?? [id]);
}

function twice(list: string, ids: string[]): Problem[] {
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  return repeated === undefined ? [] : [{ path: list.split("."), message: `names "${repeated}" twice` }];
}

/** Hours belong to a place or the business, to a person, to the service or to a resource: to one of the four. */
function problemsOfScope(rule: CaseRule, serviceId: string): Problem[] {
  if (rule.kind === "holiday") return [];
  const named = [rule.staffId, rule.serviceId, rule.resourceId].filter((id) => id !== undefined);
  if (named.length > 1) return [{ path: [], message: "is about more than one of staff, service, resource" }];
  if (rule.resourceId !== undefined && rule.placeId !== undefined) {
    return [{ path: ["placeId"], message: "does not go with a resource, which has its place" }];
  }
  if (rule.serviceId !== undefined && rule.serviceId !== serviceId) {
    return [{ path: ["serviceId"], message: `is not the service of this case (${serviceId})` }];
  }
  return [];
}
