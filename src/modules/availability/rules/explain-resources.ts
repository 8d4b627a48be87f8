import type { BookableResource } from "./bookables.ts";
import { whyUnitBusy } from "./explain-claims.ts";
import { whyOutside } from "./explain-closed.ts";
import { limitHours } from "./explain-hours.ts";
import { type Asked, type Reason, reasonOf } from "./explain-reason.ts";
import { whyOff } from "./explain-time-off.ts";
import { joined } from "./explain-words.ts";
import { resourceLayer } from "./rulings.ts";

/** Why no unit of any resource of a requirement is to be had, for every requirement (C2). */
export function whyWithoutResources(asked: Asked): Reason[] {
  return asked.bookables.service.requirements.flatMap((ids) => whyNoneOf(ids, asked));
}

function whyNoneOf(ids: readonly string[], asked: Asked): Reason[] {
  const { bookables, place } = asked;
  const resources = bookables.resources.filter(({ id }) => ids.includes(id));
  const here = resources.filter(({ placeId }) => placeId === null || placeId === place.id);
  const perResource = here.map((resource) => whyNotUsable(resource, asked));
  if (perResource.some((reasons) => reasons.length === 0)) return [];
  const reasons = perResource.flat();
  if (here.length > 0) return reasons;
  const names = joined(resources.map(({ name }) => name)) || "the room or equipment it needs";
  const about = resources[0] ? ({ kind: "resource", id: resources[0].id } as const) : null;
  return [
    reasonOf(
      {
        code: "resourceClosed",
        message: `${names} cannot be used at ${place.name}`,
        remedy: "Add a room or equipment for this location, or do not require it.",
      },
      { about, locationId: place.id },
    ),
  ];
}

/** Empty when a unit is free. The team is bound by claims alone. */
function whyNotUsable(resource: BookableResource, asked: Asked): Reason[] {
  const owner = { kind: "resource", id: resource.id } as const;
  const { name } = resource;
  const shut = asked.question.audience === "member" ? [] : whyShut(resource, asked);
  const links = { about: owner, locationId: asked.place.id };
  const units = resource.units.map(({ id, claims }, index) => ({
    id,
    claims,
    name: resource.units.length > 1 ? `${name} (${index + 1})` : name,
  }));
  const perUnit = units.map((unit) => whyUnitBusy(unit, links, asked));
  if (units.length === 0) {
    const message = `There is none of ${name}`;
    return [...shut, reasonOf({ code: "resourceClosed", message, remedy: "Set how many there are." }, links)];
  }
  return perUnit.some((reasons) => reasons.length === 0) ? shut : [...shut, ...perUnit.flat()];
}

/** Outside of its own hours, or out of use. */
function whyShut({ id, name }: BookableResource, asked: Asked): Reason[] {
  const owner = { kind: "resource", id } as const;
  const words = {
    code: "resourceClosed" as const,
    open: `${name} can be used`,
    closed: `${name} cannot be used`,
    hours: `the hours of ${name}`,
    owner,
  };
  const outside = whyOutside(limitHours(resourceLayer(id), asked), words, asked);
  const off = whyOff({ name, scopes: [{ resourceId: id }], owner }, asked);
  return [...[outside].filter((reason) => reason !== null), ...off].map(
    (reason): Reason => ({
      ...reason,
      code: "resourceClosed",
    }),
  );
}
