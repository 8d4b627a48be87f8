import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inTurn } from "./build-turn.ts";

let folder: string;
let file: string;
const never = new AbortController().signal;
const quick = { beatMs: 10, lostAfterMs: 200 };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "slotkeeper-turn-"));
  file = join(folder, "building");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("what is asked for at the same moment is done one after the other", async () => {
  const said: string[] = [];
  const work = (name: string) =>
    inTurn(
      file,
      never,
      async () => {
        said.push(`${name} begins`);
        await readdir(folder);
        said.push(`${name} ends`);
      },
      quick,
    );
  await Promise.all([work("web"), work("worker")]);
  expect(said.map((words) => words.split(" ")[1])).toEqual(["begins", "ends", "begins", "ends"]);
  expect(await readdir(folder)).toEqual([]);
});

test("a turn ends when the work fails", async () => {
  const failing = inTurn(file, never, async () => {
    throw new Error("does not compile");
  });
  await expect(failing).rejects.toThrow("does not compile");
  expect(await inTurn(file, never, async () => "done")).toBe("done");
});

test("the turn of a process that was killed is taken over", async () => {
  await writeFile(file, "");
  expect(await inTurn(file, never, async () => "done", quick)).toBe("done");
});

test("whoever waits can be stopped", async () => {
  await writeFile(file, "");
  const stop = new AbortController();
  const waiting = inTurn(file, stop.signal, async () => "done");
  stop.abort();
  await expect(waiting).rejects.toThrow();
});
