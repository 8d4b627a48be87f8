import type { PageModel } from "#ui/booking/view-model.ts";

/** What a screen reader and the focus do once a model is on the page. */

function announce(text: string): void {
  const announcer = document.getElementById("announcer");
  if (announcer) announcer.textContent = text;
}

function focusStart(root: HTMLElement): void {
  const target =
    root.querySelector<HTMLElement>("[data-focus]") ?? root.querySelector<HTMLElement>("[data-heading]");
  target?.focus({ preventScroll: true });
  if (target?.hasAttribute("data-focus")) target.scrollIntoView({ block: "center" });
}

/** Another page: from the top, with the focus on its heading. */
export function arrive(root: HTMLElement, model: PageModel): void {
  scrollTo(0, 0);
  focusStart(root);
  announce(model.title);
}

/** The same page with other facts: the focus stays where it is, unless there is something to attend to. */
export function stay(root: HTMLElement, before: PageModel, now: PageModel): void {
  const lost = !document.activeElement || document.activeElement === document.body;
  if (lost || (root.querySelector("[data-focus]") && needsAttention(before, now))) focusStart(root);
  if (before.page !== "time" || now.page !== "time") return;
  if (now.day?.announcement !== before.day?.announcement)
    announce(now.day?.announcement ?? `No times in ${now.month.label}`);
  const dayChosen = before.day?.date !== now.day?.date && before.month.month === now.month.month;
  if (dayChosen) revealTimes(root);
}

function needsAttention(before: PageModel, now: PageModel): boolean {
  if (now.page === "time" && before.page === "time") {
    return now.taken !== before.taken || Boolean(now.zone.chooser && !before.zone.chooser);
  }
  return true;
}

/** Said in one breath when several changes come at once. */
let announcing: ReturnType<typeof setTimeout> | undefined;

/**
 * The same page, changed from outside: nothing moves and the focus stays, on the same day of the month even where
 * that has become something else. `change` answers with what to say of it, if anything.
 */
export function updateInPlace(root: HTMLElement, change: () => string | undefined): void {
  const date = (document.activeElement as HTMLElement | null)?.dataset.date;
  const words = change();
  const lost = !document.activeElement || document.activeElement === document.body;
  if (date && lost) root.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus({ preventScroll: true });
  if (!words) return;
  clearTimeout(announcing);
  announcing = setTimeout(() => announce(`The times have changed: ${words}`), 1_000);
}

/** On a phone the times stand below the month: bring them into view. */
function revealTimes(root: HTMLElement): void {
  const times = root.querySelector<HTMLElement>("[data-times]");
  if (!times || times.getBoundingClientRect().top < innerHeight * 0.6) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  times.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}
