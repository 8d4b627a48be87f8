import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSharedAnswers } from "./shared-answers.ts";

/** Questions that are answered when the test says so, with what was true when they began. */
function aDesk() {
  const share = createSharedAnswers<number>();
  const open: { question: string; answer: () => void; fail: () => void }[] = [];
  let truth = 0;
  const ask = (question: string) => () => {
    const seen = truth;
    return new Promise<number>((resolve, reject) => {
      open.push({ question, answer: () => resolve(seen), fail: () => reject(new Error("lost")) });
    });
  };
  return {
    open,
    ask: (question = "month") => share(question, ask(question)),
    change: () => (truth += 1),
  };
}

/** Lets everything run that waits for nothing outside. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("shared answers", () => {
  it("gives all who ask meanwhile the next answer, which knows what changed before they asked", async () => {
    const desk = aDesk();
    const first = desk.ask();
    desk.change();
    const others = [desk.ask(), desk.ask(), desk.ask()];
    expect(desk.open).toHaveLength(1);
    desk.open[0]?.answer();
    await settle();
    expect(desk.open).toHaveLength(2);
    desk.change();
    const late = desk.ask();
    desk.open[1]?.answer();
    await settle();
    desk.open[2]?.answer();
    expect(await Promise.all([first, ...others, late])).toEqual([0, 1, 1, 1, 2]);
  });

  it("keeps nothing: who asks after an answer is answered anew", async () => {
    const desk = aDesk();
    const first = desk.ask();
    desk.open[0]?.answer();
    await first;
    desk.change();
    const second = desk.ask();
    desk.open[1]?.answer();
    expect(await second).toBe(1);
  });

  it("lets other questions go their own way, and those behind a failure get an answer", async () => {
    const desk = aDesk();
    const failing = desk.ask();
    const behind = desk.ask();
    const other = desk.ask("another month");
    expect(desk.open.map(({ question }) => question)).toEqual(["month", "another month"]);
    desk.open[1]?.answer();
    expect(await other).toBe(0);
    desk.open[0]?.fail();
    await expect(failing).rejects.toThrow("lost");
    desk.open[2]?.answer();
    expect(await behind).toBe(0);
  });

  it("never answers with what was true before the question, in whatever order things happen", async () => {
    const step = fc.constantFrom("ask", "change", "answer", "fail", "settle");
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const desk = aDesk();
        const answers: Promise<boolean>[] = [];
        let answered = 0;
        let truth = 0;
        for (const next of steps) {
          if (next === "change") truth = desk.change();
          if (next === "settle") await settle();
          if (next === "ask") {
            const known = truth;
            answers.push(
              desk.ask().then(
                (seen) => seen >= known,
                () => true,
              ),
            );
          }
          if ((next === "answer" || next === "fail") && desk.open[answered]) desk.open[answered++]?.[next]();
        }
        await settle();
        while (desk.open[answered]) {
          desk.open[answered++]?.answer();
          await settle();
        }
        expect(await Promise.all(answers)).toEqual(answers.map(() => true));
      }),
    );
  });
});
