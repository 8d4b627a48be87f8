"use client";

import { useEffect } from "react";
import { trpc } from "#ui/dashboard/data/trpc.ts";

/** Fetches the appointments again as soon as anybody changes one, and after every time the stream was away (F1). */
export function useLiveAppointments(): void {
  const { appointments } = trpc.useUtils();
  useEffect(() => {
    const source = new EventSource("/dashboard/live");
    const refresh = () => void appointments.list.invalidate();
    source.addEventListener("open", refresh);
    source.addEventListener("changed", refresh);
    return () => source.close();
  }, [appointments]);
}
