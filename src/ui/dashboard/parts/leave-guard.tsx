"use client";

import { modals } from "@mantine/modals";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks before what was typed is lost; `onLeave` runs when it may be. */
export function askToLeave(onLeave: () => void): void {
  modals.openConfirmModal({
    title: "Leave without saving?",
    children: "What you changed here has not been saved.",
    labels: { confirm: "Leave without saving", cancel: "Keep editing" },
    confirmProps: { color: "red" },
    zIndex: 400,
    onConfirm: onLeave,
  });
}

/** While `dirty`, the browser asks before the tab is closed or loads another page. */
export function useUnloadGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
}

/** While `dirty`, links to other pages of the dashboard ask first. */
export function useLinkGuard(dirty: boolean): void {
  const router = useRouter();
  useUnloadGuard(dirty);
  useEffect(() => {
    if (!dirty) return;
    const guard = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="/dashboard"]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.target) return;
      event.preventDefault();
      event.stopPropagation();
      askToLeave(() => router.push(link.getAttribute("href") ?? "/dashboard"));
    };
    document.addEventListener("click", guard, { capture: true });
    return () => document.removeEventListener("click", guard, { capture: true });
  }, [dirty, router]);
}
