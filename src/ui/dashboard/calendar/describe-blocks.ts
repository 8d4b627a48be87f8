import type { CalendarEntry } from "./calendar-entry.ts";

/**
 * After each change of the blocks: reads out each one whole, keeps the focus on the one being moved, and takes away
 * the roles of a table, which promise rows and cells where there are buttons in free places.
 */
export function describeBlocks(host: HTMLElement, entries: CalendarEntry[], focusId: string | null): void {
  for (const part of host.querySelectorAll("[role]:not([role=button])")) part.removeAttribute("role");
  for (const part of host.querySelectorAll("span[aria-label], time[aria-label]"))
    part.removeAttribute("aria-label");
  for (const part of host.querySelectorAll("[aria-colindex], [aria-colspan]")) {
    part.removeAttribute("aria-colindex");
    part.removeAttribute("aria-colspan");
  }
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const block of host.querySelectorAll<HTMLElement>("[data-entry-id]")) {
    const entry = byId.get(block.dataset.entryId ?? "");
    if (entry?.label) block.setAttribute("aria-label", entry.label);
    if (entry?.id === focusId) block.focus({ preventScroll: false });
  }
}
