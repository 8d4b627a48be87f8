/**
 * After each change of the blocks: takes away the roles of a table (they promise rows and cells where there are
 * buttons in free places) and of the blocks themselves (the button is inside), and keeps the focus on the block that
 * had it.
 */
export function describeBlocks(host: HTMLElement, focusId: string | null): void {
  for (const part of host.querySelectorAll("[role]")) part.removeAttribute("role");
  for (const part of host.querySelectorAll("span[aria-label], time[aria-label]"))
    part.removeAttribute("aria-label");
  for (const part of host.querySelectorAll("[aria-colindex], [aria-colspan]")) {
    part.removeAttribute("aria-colindex");
    part.removeAttribute("aria-colspan");
  }
  for (const block of host.querySelectorAll<HTMLElement>("article[tabindex]"))
    block.removeAttribute("tabindex");
  if (focusId) host.querySelector<HTMLElement>(`[data-entry-id="${focusId}"] button`)?.focus();
}

/** Brings today's column into sight where the week is wider than the window. */
export function showToday(host: HTMLElement): void {
  const main = host.querySelector<HTMLElement>(".ec-main");
  const today = host.querySelector<HTMLElement>(".ec-col-head.ec-today");
  if (!main || !today || main.scrollWidth <= main.clientWidth) return;
  main.scrollLeft = today.offsetLeft - (main.clientWidth - today.offsetWidth) / 2;
}
