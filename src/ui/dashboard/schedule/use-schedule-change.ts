"use client";

import type { Conflicts } from "#modules/availability/schedule-schema.ts";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { firstMessage } from "./first-message.ts";

type Change = {
  /** Said when it is done. */
  done: string;
  onSaved?: (conflicts: Conflicts) => void;
  /** What is wrong with what was entered; without it a notice says so. */
  onProblem?: (message: string) => void;
};

/** What every change of a schedule does around its mutation: says so, and has everything read again that depends on it. */
export function useScheduleChange({ done, onSaved, onProblem }: Change) {
  const utils = trpc.useUtils();
  return {
    onSuccess: async ({ conflicts }: { conflicts: Conflicts }) => {
      await utils.schedule.invalidate();
      tell(done);
      onSaved?.(conflicts);
    },
    onError: (error: unknown) => {
      if (onProblem) showFailure(error, (fields) => onProblem(firstMessage(fields)));
      else tellFailure(error, "Not saved");
    },
    onSettled: () => Promise.all([utils.schedule.invalidate(), utils.availability.invalidate()]),
  };
}
