import type { ReasonCode } from "#modules/availability/rules/explain-reason.ts";

/** Somebody or something a visit can take. `kept`: the appointment that moves has them already. */
export type Subject = { id: string; name: string; busy: boolean; kept: boolean };

/** Units by the requirement that each of them meets. */
export type Unit = Subject & { requirement: number };

/** What there is at a place for one span of time, in order of preference. */
export type TeamOptions = {
  lead: Subject;
  staffNeeded: number;
  /** Able colleagues of the lead, without the lead. */
  others: readonly Subject[];
  /** Every requirement of the service, also those without a unit at the place. */
  requirements: readonly number[];
  units: readonly Unit[];
};

export type TeamChoice = { withStaffIds: string[]; unitIds: string[] };

/** Words that name who or what is taken, and the reason's code. */
type Missing = { taken: string; because: ReasonCode };

/** A few, as a race that loses them all asks again. */
const mostChoices = 6;

/**
 * What a visit that the team books can take (D8): the wished lead with as many others as the service needs and a unit for
 * each requirement, what the visit has already first. Hours and limits are overruled, claims never: what is missing is
 * said in words that name who or what is taken.
 */
export function chooseForTeam(options: TeamOptions): { choices: TeamChoice[] } | Missing {
  const { lead, staffNeeded, requirements } = options;
  if (lead.busy) return { taken: `${lead.name} is already booked at this time.`, because: "taken" };
  const others = freeFirstKept(options.others);
  if (others.length < staffNeeded - 1)
    return { taken: whyTooFew(options, others.length + 1), because: "notEnoughStaff" };

  const units = requirements.map((requirement) => {
    const all = options.units.filter((unit) => unit.requirement === requirement);
    return { all, free: freeFirstKept(all) };
  });
  const missing = units.find(({ free }) => free.length === 0);
  if (missing) return { taken: whyNoUnit(missing.all), because: "resourceTaken" };
  return {
    choices: combine(
      others,
      staffNeeded - 1,
      units.map(({ free }) => free),
    ),
  };
}

function freeFirstKept<S extends Subject>(subjects: readonly S[]): S[] {
  const free = subjects.filter((subject) => !subject.busy);
  return [...free.filter(({ kept }) => kept), ...free.filter(({ kept }) => !kept)];
}

/** The preferred combination, and others that share as little with it as there is. */
function combine(
  others: readonly Subject[],
  othersNeeded: number,
  units: readonly (readonly Subject[])[],
): TeamChoice[] {
  const lists = [...(othersNeeded > 0 ? [others] : []), ...units];
  const variants = Math.min(mostChoices, Math.max(1, ...lists.map((list) => list.length)));
  return Array.from({ length: variants }, (_, shift) => ({
    withStaffIds: Array.from({ length: othersNeeded }, (_, index) => pick(others, shift + index)),
    unitIds: units.map((free) => pick(free, shift)),
  }));
}

function pick(from: readonly Subject[], index: number): string {
  return (from[index % from.length] as Subject).id;
}

function whyTooFew({ staffNeeded, others, lead }: TeamOptions, free: number): string {
  const busy = others.filter((other) => other.busy).map(({ name }) => name);
  const needed = `This visit takes ${staffNeeded} people at once`;
  if (busy.length === 0) return `${needed}, and only ${free} can give it here.`;
  return `${needed}: beside ${lead.name}, ${inWords(busy)} already booked at this time.`;
}

function whyNoUnit(units: readonly Unit[]): string {
  if (units.length === 0) return "What this service needs is not at this location.";
  return `${inWords(units.map(({ name }) => name))} taken at this time.`;
}

/** "Room 1 is", "Room 1 and Room 2 are", "Room 1, Room 2 and Room 3 are". */
function inWords(names: readonly string[]): string {
  const last = names.at(-1);
  return names.length === 1 ? `${last} is` : `${names.slice(0, -1).join(", ")} and ${last} are`;
}
