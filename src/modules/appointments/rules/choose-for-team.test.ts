import { describe, expect, it } from "vitest";
import { chooseForTeam, type Subject, type TeamOptions, type Unit } from "./choose-for-team.ts";

const subject = (name: string, state: Partial<Subject> = {}): Subject => {
  return { id: name.toLowerCase(), name, busy: false, kept: false, ...state };
};
const unit = (name: string, requirement: number, state: Partial<Subject> = {}): Unit => {
  return { ...subject(name, state), requirement };
};

function choose(options: Partial<TeamOptions>) {
  const plain = { lead: subject("Ada"), staffNeeded: 1, others: [], requirements: [], units: [] };
  return chooseForTeam({ ...plain, ...options });
}

describe("what the team can take", () => {
  it("is the lead alone when nothing else is needed", () => {
    expect(choose({ others: [subject("Bea")] })).toEqual({ choices: [{ withStaffIds: [], unitIds: [] }] });
  });

  it("prefers what the visit has already, then the order of display", () => {
    const others = [subject("Bea"), subject("Cy", { kept: true }), subject("Di", { busy: true })];
    const units = [unit("Room 1", 1), unit("Room 2", 1, { kept: true })];
    const chosen = choose({ staffNeeded: 2, others, requirements: [1], units });
    expect("choices" in chosen && chosen.choices).toEqual([
      { withStaffIds: ["cy"], unitIds: ["room 2"] },
      { withStaffIds: ["bea"], unitIds: ["room 1"] },
    ]);
  });

  it("takes one unit for each requirement", () => {
    const units = [unit("Room", 1), unit("Laser", 2, { busy: true }), unit("Lamp", 2)];
    expect(choose({ requirements: [1, 2], units })).toEqual({
      choices: [{ withStaffIds: [], unitIds: ["room", "lamp"] }],
    });
  });

  it.each([
    [{ lead: subject("Ada", { busy: true }) }, "Ada is already booked at this time.", "taken"],
    [
      { staffNeeded: 3, others: [subject("Bea")] },
      "This visit takes 3 people at once, and only 2 can give it here.",
      "notEnoughStaff",
    ],
    [
      { staffNeeded: 3, others: [subject("Bea", { busy: true }), subject("Cy")] },
      "This visit takes 3 people at once: beside Ada, Bea is already booked at this time.",
      "notEnoughStaff",
    ],
    [
      { requirements: [1], units: [unit("Room 1", 1, { busy: true })] },
      "Room 1 is taken at this time.",
      "resourceTaken",
    ],
    [{ requirements: [1] }, "What this service needs is not at this location.", "resourceTaken"],
  ])("is nothing, in words, when something is missing", (options, taken, because) => {
    expect(choose(options)).toEqual({ taken, because });
  });
});
