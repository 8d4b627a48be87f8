"use client";

import { useQueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useCallback } from "react";
import { trpc } from "#ui/dashboard/data/trpc.ts";

/** Reads again whatever shows appointments, after one of them changed: seats of classes too. */
export function useAppointmentsChanged(): () => void {
  const queryClient = useQueryClient();
  return useCallback(() => {
    for (const changed of [trpc.appointments, trpc.classes, trpc.customers, trpc.availability]) {
      void queryClient.invalidateQueries({ queryKey: getQueryKey(changed) });
    }
  }, [queryClient]);
}
