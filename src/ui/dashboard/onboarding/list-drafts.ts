/** A line of a list that is edited in place: what is stored, what is typed, and what was wrong with it. */
export type DraftLine<Values> = {
  key: string;
  /** Absent: not stored yet. */
  id?: string;
  values: Values;
  /** What is stored; absent for a new line. */
  stored?: Values;
  error?: string;
};

export function storedLine<Values>(id: string, values: Values): DraftLine<Values> {
  return { key: id, id, values, stored: values };
}

/** Whether the line has something to save. */
export function isChanged<Values>({ values, stored }: DraftLine<Values>): boolean {
  return JSON.stringify(values) !== JSON.stringify(stored);
}

/** The list with one line changed. */
export function changedLine<Values>(
  lines: readonly DraftLine<Values>[],
  key: string,
  change: Partial<DraftLine<Values>>,
): DraftLine<Values>[] {
  return lines.map((line) => (line.key === key ? { ...line, ...change } : line));
}

/**
 * Saves the lines that differ, one after the other, and says of each what became of it: a line that is stored is not
 * stored again when a later one is refused.
 */
export async function saveLines<Values>(
  lines: readonly DraftLine<Values>[],
  save: (line: DraftLine<Values>) => Promise<string>,
  wordsOf: (error: unknown) => string,
): Promise<{ lines: DraftLine<Values>[]; failed: boolean }> {
  const saved: DraftLine<Values>[] = [];
  for (const line of lines) {
    if (!isChanged(line)) {
      saved.push(line);
      continue;
    }
    const { error: _before, ...rest } = line;
    try {
      saved.push({ ...rest, id: await save(line), stored: line.values });
    } catch (error) {
      saved.push({ ...rest, error: wordsOf(error) });
    }
  }
  return { lines: saved, failed: saved.some(({ error }) => error !== undefined) };
}
