import { rm, stat, writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";

type Pace = { beatMs: number; lostAfterMs: number };

const usualPace: Pace = { beatMs: 1_000, lostAfterMs: 20_000 };

/**
 * Does what must not be done twice at once in one folder: web and worker may be started together from a checkout that is
 * not built yet. Whoever comes second waits. Whoever has the turn writes the file anew all the time; where that stops, the
 * process is gone, and its turn is over. (A process id would say less: in a container the next start often has the same.)
 */
export async function inTurn<T>(
  file: string,
  signal: AbortSignal,
  work: () => Promise<T>,
  pace: Pace = usualPace,
): Promise<T> {
  await takeTurn(file, signal, pace);
  const beat = setInterval(() => void writeFile(file, "").catch(() => {}), pace.beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(file, { force: true });
  }
}

async function takeTurn(file: string, signal: AbortSignal, { beatMs, lostAfterMs }: Pace): Promise<void> {
  let seen = await lastBeat(file);
  let silentMs = 0;
  while (!(await tryTurn(file))) {
    await wait(beatMs, undefined, { signal });
    const now = await lastBeat(file);
    silentMs = now === seen ? silentMs + beatMs : 0;
    seen = now;
    if (silentMs >= lostAfterMs) await rm(file, { force: true });
  }
}

async function tryTurn(file: string): Promise<boolean> {
  try {
    await writeFile(file, "", { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function lastBeat(file: string): Promise<number | null> {
  return (await stat(file).catch(() => null))?.mtimeMs ?? null;
}
