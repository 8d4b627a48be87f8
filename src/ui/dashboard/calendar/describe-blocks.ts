/**
 * After each change of the blocks: takes away the roles of a table (they promise rows and cells where there are
 * buttons in free places) and of the blocks themselves (the button is inside).
 */
function describeBlocks(host: HTMLElement): void {
  for (const part of host.querySelectorAll("[role]")) part.removeAttribute("role");
  for (const part of host.querySelectorAll("span[aria-label], time[aria-label]"))
    part.removeAttribute("aria-label");
  for (const part of host.querySelectorAll("[aria-colindex], [aria-colspan]")) {
    part.removeAttribute("aria-colindex");
    part.removeAttribute("aria-colspan");
  }
  for (const block of host.querySelectorAll("article[tabindex]")) block.removeAttribute("tabindex");
  letKeysScroll(host);
}

/** Without a block to go to, the hours themselves take the focus: arrow keys scroll them. */
function letKeysScroll(host: HTMLElement): void {
  const main = host.querySelector<HTMLElement>(".ec-main");
  const wanted = main?.querySelector("button") ? null : "0";
  // Only when it differs: whoever watches the attributes would see each setting.
  if (!main || main.getAttribute("tabindex") === wanted) return;
  if (wanted) main.setAttribute("tabindex", wanted);
  else main.removeAttribute("tabindex");
}

/**
 * Describes the blocks whenever EventCalendar makes them anew, and gives the focus back to the block that had it
 * (`focused`, its id, until it is there again).
 */
export function keepDescribed(host: HTMLElement, focused: { current: string | null }): MutationObserver {
  const observer = new MutationObserver(() => {
    describeBlocks(host);
    const block = focused.current ? host.querySelector(`[data-entry-id="${focused.current}"] button`) : null;
    if (!(block instanceof HTMLElement)) return;
    focused.current = null;
    if (document.activeElement === document.body) block.focus();
  });
  describeBlocks(host);
  observer.observe(host, {
    attributeFilter: ["role", "tabindex", "aria-label", "data-entry-id"],
    attributes: true,
    childList: true,
    subtree: true,
  });
  return observer;
}

/** Brings today's column into sight where the week is wider than the window. */
export function showToday(host: HTMLElement): void {
  const main = host.querySelector<HTMLElement>(".ec-main");
  const today = host.querySelector<HTMLElement>(".ec-col-head.ec-today");
  if (!main || !today || main.scrollWidth <= main.clientWidth) return;
  main.scrollLeft = today.offsetLeft - (main.clientWidth - today.offsetWidth) / 2;
}
