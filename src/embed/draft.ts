/**
 * Keeps what was typed into the details form for the life of the tab, so that going back for another time, or a
 * lost connection, costs nothing (row D1). Nothing leaves the browser.
 */
const key = () => `slotkeeper-draft:${location.host}`;

const kept = new Set(["name", "email", "phone", "notes"]);

type Field = HTMLInputElement | HTMLTextAreaElement;

function read(): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(key()) ?? "{}") as Record<string, string>;
  } catch {
    return {};
  }
}

function write(draft: Record<string, string>): void {
  try {
    sessionStorage.setItem(key(), JSON.stringify(draft));
  } catch {
    // Storage may be full or forbidden: the form works without a draft.
  }
}

/** Remembers every change in a draft form under `root`. */
export function keepDraft(root: HTMLElement): void {
  root.addEventListener("input", (event) => {
    const field = event.target as Field;
    if (!field.form?.hasAttribute("data-draft") || !kept.has(field.name)) return;
    write({ ...read(), [field.name]: field.value });
  });
}

/** Fills the empty fields of a draft form with what was typed before. */
export function restoreDraft(root: HTMLElement): void {
  const draft = read();
  for (const field of root.querySelectorAll<Field>("form[data-draft] :is(input, textarea)")) {
    const before = kept.has(field.name) ? draft[field.name] : undefined;
    if (before && !field.value) field.value = before;
  }
}

/** Forgets the draft: the booking is done. */
export function dropDraft(): void {
  try {
    sessionStorage.removeItem(key());
  } catch {
    // Nothing was kept.
  }
}
