"use client";

import { useQueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useCallback } from "react";
import { formatDayTime } from "#kernel/time/format-time.ts";
import type { AppointmentView, ListAppointmentsOutput } from "#modules/appointments/schema.ts";
import { tellRefusal, tellWithUndo } from "#ui/dashboard/data/notices.tsx";
import { failureOf, type Inputs, trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useCalendars } from "#ui/dashboard/data/use-catalog.ts";
import { moved } from "./moved-appointment.ts";
import { refusalWords } from "./refusal-words.ts";

export type Move = Pick<Inputs["appointments"]["move"], "id" | "start" | "staffId" | "notify">;

/**
 * Moves an appointment: it is shown at its new time at once, goes back when the server refuses, and can be undone.
 * Answers whether it was moved.
 */
export function useMoveAppointment() {
  const queryClient = useQueryClient();
  const { timeZone, locale } = useBusiness();
  const staff = useCalendars();
  const mutation = trpc.appointments.move.useMutation();
  const { mutateAsync } = mutation;

  const move = useCallback(
    async (from: AppointmentView, to: Move, isUndo = false): Promise<boolean> => {
      const lists = { queryKey: getQueryKey(trpc.appointments.list) };
      await queryClient.cancelQueries(lists);
      const before = queryClient.getQueriesData<ListAppointmentsOutput>(lists);
      const person = staff.find(({ id }) => id === to.staffId);
      queryClient.setQueriesData<ListAppointmentsOutput>(lists, (list) => moved(list, to, person));
      try {
        await mutateAsync(to);
        const words = formatDayTime(to.start, timeZone, locale);
        const back: Move = { id: from.id, start: from.start, staffId: from.staff.id, notify: to.notify };
        if (!isUndo) tellWithUndo(`Moved to ${words}`, () => void move(from, back, true));
        return true;
      } catch (error) {
        for (const [key, data] of before) queryClient.setQueryData(key, data);
        tellRefusal(refusalWords(failureOf(error), (instant) => formatDayTime(instant, timeZone, locale)));
        return false;
      } finally {
        void queryClient.invalidateQueries({ queryKey: getQueryKey(trpc.appointments) });
      }
    },
    [queryClient, staff, mutateAsync, timeZone, locale],
  );
  return { move, moving: mutation.isPending };
}
