"use client";

import { type RefObject, useLayoutEffect } from "react";

/** What had the focus before a drawer that has just closed; null once it has it again, or another drawer took over. */
let waiting: HTMLElement | null = null;

/**
 * Gives the focus back to what had it before the drawer opened. Mantine's own way notices a drawer that opens, not one
 * that is opened when it appears, and most of ours are: by keyboard, one was at the top of the page again. Where a drawer
 * takes the place of another in the same moment, the last of them gives the focus back to where the first was opened.
 */
export function useReturnFocus(opened: boolean, content: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (!opened) return;
    const opener = waiting ?? focused();
    waiting = null;
    return () => giveBackTo(opener, content.current);
  }, [opened, content]);
}

function giveBackTo(opener: HTMLElement | null, closing: HTMLElement | null): void {
  waiting = opener;
  const atClose = focused();
  window.setTimeout(() => {
    if (waiting !== opener) return;
    waiting = null;
    const now = focused();
    // Whoever has gone on to something else meanwhile stays there.
    const left = now !== null && now !== atClose && !closing?.contains(now);
    if (!left) opener?.focus({ preventScroll: true });
  }, 10);
}

/** The element with the focus; the page itself is none. */
function focused(): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
}
