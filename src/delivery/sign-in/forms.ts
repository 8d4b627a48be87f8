import { withoutNul } from "#kernel/holds-nul.ts";

/** The text fields of a form. */
export type Form = Record<string, string>;

const longestForm = 10_000;

/** What a form of ours sends; nothing of one that is longer than ours can be. */
export async function readForm(request: Request): Promise<Form> {
  const text = await request.text();
  return text.length > longestForm ? {} : Object.fromEntries(withoutNul(new URLSearchParams(text)));
}
