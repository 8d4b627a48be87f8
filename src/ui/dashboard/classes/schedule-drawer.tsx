"use client";

import { useState } from "react";
import type { ClassSchedule } from "#modules/classes/schema.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { DrawerFrame } from "#ui/dashboard/parts/edit-drawer.tsx";
import { turnWordsOf } from "./class-words.ts";
import { ScheduleForm } from "./schedule-form.tsx";

type Props = {
  /** `new` is one that is not there yet. */
  id: string | null;
  schedules: ClassSchedule[];
  onClose: () => void;
};

/** A class that repeats: when, with whom, for how many, and since when. */
export function ScheduleDrawer({ id, schedules, onClose }: Props) {
  const { locale } = useBusiness();
  const [shown, setShown] = useState(id);
  const [dirty, setDirty] = useState(false);
  if (id !== null && id !== shown) setShown(id);
  const schedule = schedules.find((one) => one.id === shown) ?? null;
  if (!shown) return null;
  return (
    <DrawerFrame
      opened={id !== null}
      onClose={onClose}
      dirty={dirty}
      title={schedule?.service.name ?? "New class"}
      subtitle={schedule ? turnWordsOf(schedule, locale) : null}
    >
      <ScheduleForm key={shown} schedule={schedule} onClose={onClose} onDirty={setDirty} />
    </DrawerFrame>
  );
}
