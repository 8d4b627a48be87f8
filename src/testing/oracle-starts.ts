import type { BusinessCase } from "#modules/availability/business-case.ts";
import { questionOf } from "#modules/availability/business-case-question.ts";
import { type Choice, chooseCandidates } from "#modules/availability/rules/choose-candidates.ts";
import { explainStart } from "#modules/availability/rules/explain-start.ts";
import { type OracleSlot, slotsBySearch } from "./business-oracle.ts";
import { instantOf, momentOf } from "./business-oracle-calendar.ts";
import { freeUnits, type OracleChoice, othersAt, preferredChoices } from "./oracle-choices.ts";

/**
 * Asks of some single minutes of a case, offered ones and others, whether booking and explaining say the same as the
 * list of slots; and of an offered one who gets it. What differs, in words; null when nothing does.
 */
export function compareStarts(asked: BusinessCase, slots: readonly OracleSlot[]): string | null {
  for (const minute of minutesToAsk(asked, slots)) {
    const question = { ...asked, from: instantOf(minute), to: instantOf(minute + 1) };
    const difference = compareStart(question, slots);
    if (difference) return `at ${question.from}: ${difference}`;
  }
  return null;
}

/** The first and the last start that is offered, and three minutes anywhere. */
function minutesToAsk(asked: BusinessCase, slots: readonly OracleSlot[]): number[] {
  const from = Math.ceil(momentOf(asked.from));
  const length = Math.ceil(momentOf(asked.to)) - from;
  const offered = [slots[0], slots.at(-1)].flatMap((slot) => (slot ? [momentOf(slot.start)] : []));
  const anywhere = length > 0 ? [7, 445, 900].map((minute) => from + (minute % length)) : [];
  return [...offered, ...anywhere];
}

function compareStart(question: BusinessCase, slots: readonly OracleSlot[]): string | null {
  const isOffered =
    question.audience === "member"
      ? slotsBySearch(question).length > 0
      : slots.some(({ start }) => start === question.from);
  const engine = questionOf(question);
  const reasons = explainStart(engine.bookables, engine.question);
  if ((reasons.length === 0) !== isOffered) {
    const codes = reasons.map(({ code }) => code).join(", ");
    return `explained by (${codes}) although it is ${isOffered ? "" : "not "}offered`;
  }
  const chosen = chooseCandidates(engine.bookables, engine.question);
  const choices = "choices" in chosen ? chosen.choices : [];
  if (choices.length > 0 !== isOffered) {
    return `${choices.length} choices although it is ${isOffered ? "" : "not "}offered`;
  }
  return isOffered ? compareChoices(question, choices) : null;
}

function compareChoices(question: BusinessCase, choices: readonly Choice[]): string | null {
  const preferred = preferredChoices(question);
  const first = choices.slice(0, preferred.length).map(wordsOf).join("; ");
  const expected = preferred.map(wordsOf).join("; ");
  if (first !== expected) return `choices ${first} instead of ${expected}`;
  const slots = slotsBySearch(question);
  const wrong = choices.find((choice) => !isPossible(choice, question, slots));
  return wrong ? `choice ${wordsOf(wrong)} is not possible` : null;
}

function wordsOf({ staffId, locationId, withStaffIds, unitIds, sessionId = "" }: OracleChoice): string {
  return [locationId, staffId, ...withStaffIds, ...unitIds, sessionId].join(" ");
}

function isPossible(choice: Choice, question: BusinessCase, slots: readonly OracleSlot[]): boolean {
  const slot = slots.find(
    ({ locationId, staffIds }) => locationId === choice.locationId && staffIds.includes(choice.staffId),
  );
  if (!slot) return false;
  if (question.service.kind === "class") return true;
  const others = othersAt(slot, choice.staffId, question);
  const units = freeUnits(slot, question);
  return (
    new Set(choice.withStaffIds).size === question.service.staffNeeded - 1 &&
    choice.withStaffIds.length === question.service.staffNeeded - 1 &&
    choice.withStaffIds.every((staffId) => others.includes(staffId)) &&
    choice.unitIds.length === units.length &&
    choice.unitIds.every((unit, requirement) => units[requirement]?.includes(unit))
  );
}
