export type SharedAnswers<T> = (question: string, ask: () => Promise<T>) => Promise<T>;

type Asked<T> = { running: Promise<T>; next: Promise<T> | null };

/**
 * Many who look at one business ask the very same question at the same time. While it is being answered, all who ask
 * it too get one answer together: the next, which begins after the last of them has asked. So nobody gets an answer
 * that is older than their question, and nothing is kept (C7).
 */
export function createSharedAnswers<T>(): SharedAnswers<T> {
  const asked = new Map<string, Asked<T>>();

  const begin = (question: string, ask: () => Promise<T>): Promise<T> => {
    const entry: Asked<T> = { running: ask(), next: null };
    asked.set(question, entry);
    const forget = () => {
      if (!entry.next) asked.delete(question);
    };
    entry.running.then(forget, forget);
    return entry.running;
  };

  return (question, ask) => {
    const before = asked.get(question);
    if (!before) return begin(question, ask);
    const after = () => begin(question, ask);
    before.next ??= before.running.then(after, after);
    return before.next;
  };
}
