import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "availability-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A Monday from nine to ten in New York, the day after clocks went forward. */
const question = {
  id: "one-hour",
  from: "2030-03-11T04:00:00Z",
  to: "2030-03-12T04:00:00Z",
  service: { durationMin: 30, slotIntervalMin: 15 },
  staff: [{ id: "ada", timezone: "America/New_York", weekly: [{ day: 1, intervals: [["09:00", "10:00"]] }] }],
  bookings: [{ id: 1, staffId: "ada", start: "2030-03-11T13:45:00Z", end: "2030-03-11T14:00:00Z" }],
};
const slots = ["2030-03-11T13:00:00Z", "2030-03-11T13:15:00Z"];

/** The same hour as a whole business says it, on the clock's grid. */
const business = {
  id: "whole-business",
  business: { timezone: "America/New_York" },
  now: "2030-03-01T00:00:00Z",
  from: question.from,
  to: question.to,
  service: { durationMin: 30, grid: "clock" },
  places: [{ id: "here" }],
  staff: [{ id: "ada" }],
  rules: [{ kind: "weekly", weekdays: [1], hours: [["09:00", "10:00"]] }],
  bookings: [{ staffId: "ada", start: "2030-03-11T13:45:00Z", end: "2030-03-11T14:00:00Z" }],
};

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

function run(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/availability.ts", ...options], {
    cwd: root,
    encoding: "utf8",
  });
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { status, stderr, answers: lines.map((line) => JSON.parse(line)) };
}

describe("npm run availability", () => {
  it("prints one line a file: its name, how many slots, their fingerprint, the time it took", () => {
    const { status, answers } = run(
      file("named.json", question),
      file("nameless.json", { ...question, id: undefined, staff: [] }),
    );
    expect(status).toBe(0);
    expect(answers).toEqual([
      {
        case: "one-hour",
        count: 2,
        sha256: createHash("sha256").update(slots.join("\n")).digest("hex"),
        ms: expect.any(Number),
      },
      {
        case: "nameless",
        count: 0,
        sha256: createHash("sha256").update("").digest("hex"),
        ms: expect.any(Number),
      },
    ]);
  });

  it("prints the instants with --slots and the median with --repeat", () => {
    const { status, answers } = run(file("slots.json", question), "--slots", "--repeat", "5");
    expect(status).toBe(0);
    expect(answers[0]).toMatchObject({ slots });
    expect(answers[0].ms).toBeLessThan(50);
  });

  it("takes both formats in one run, and says what is wrong in either", () => {
    const wrong = { ...business, staff: [{ id: "ada", placeIds: ["there"] }] };
    const files = [file("whole.json", business), file("plain.json", question), file("lost.json", wrong)];
    const { status, stderr, answers } = run(...files, "--slots");
    expect(status).toBe(1);
    expect(answers.map((answer) => answer.case)).toEqual(["whole-business", "one-hour"]);
    expect(answers.map((answer) => answer.slots)).toEqual([slots, slots]);
    expect(answers[0].sha256).toBe(answers[1].sha256);
    expect(stderr).toMatch(/lost\.json: staff\[0\]\.placeIds\[0\]: names no place of this case/);
  });

  it("says what is wrong with a file, answers the others, and fails", () => {
    const broken = file("broken.json", "{");
    const wrong = file("wrong.json", { ...question, service: { durationMin: "long" } });
    const { status, stderr, answers } = run(
      broken,
      wrong,
      join(folder, "missing.json"),
      file("right.json", question),
    );
    expect(status).toBe(1);
    expect(answers.map((answer) => answer.count)).toEqual([2]);
    expect(stderr).toContain("broken.json: ");
    expect(stderr).toMatch(/wrong\.json: service\.durationMin: /);
    expect(stderr).toContain("missing.json: ENOENT");
  });

  it("says it in words, whatever the mistake", () => {
    const { status, stderr } = run(
      file("list.json", []),
      file("nobody.json", { ...business, staff: undefined }),
      file("kind.json", { ...business, staff: {} }),
      file("slip.json", { ...business, sevrice: {} }),
      file("day.json", { ...business, rules: [{ kind: "monthly", weekdays: [8], nth: 1, hours: [] }] }),
    );
    expect(status).toBe(1);
    expect(
      stderr
        .trim()
        .split("\n")
        .map((line) => line.slice(folder.length + 1)),
    ).toEqual([
      "list.json: the document: must be an object",
      "nobody.json: staff: is missing",
      "kind.json: staff: must be a list",
      'slip.json: the document: has a field that is not known: "sevrice"',
      "day.json: rules[0].weekdays[0]: must be at most 7",
    ]);
  });

  it.each([[[]], [["--repeat", "many", "x.json"]], [["--unknown", "x.json"]]])(
    "explains itself for %j",
    (options) => {
      const { status, stderr } = run(...options);
      expect(status).toBe(1);
      expect(stderr).toContain("Usage: npm run availability");
    },
  );
});
