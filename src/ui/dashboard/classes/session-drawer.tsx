"use client";

import { useState } from "react";
import { formatDayTime } from "#kernel/time/format-time.ts";
import type { ClassSession } from "#modules/classes/schema.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { DrawerFrame } from "#ui/dashboard/parts/edit-drawer.tsx";
import { SessionForm } from "./session-form.tsx";

type Props = {
  /** `new` is one that is not there yet. */
  id: string | null;
  sessions: ClassSession[];
  onClose: () => void;
};

/** One date of a class: who comes, and what can be changed about it. */
export function SessionDrawer({ id, sessions, onClose }: Props) {
  const { locale } = useBusiness();
  const [shown, setShown] = useState(id);
  const [dirty, setDirty] = useState(false);
  if (id !== null && id !== shown) setShown(id);
  const session = sessions.find((one) => one.id === shown) ?? null;
  if (!shown) return null;
  return (
    <DrawerFrame
      opened={id !== null}
      onClose={onClose}
      dirty={dirty}
      title={session?.service.name ?? "New date"}
      subtitle={session ? formatDayTime(session.start, session.timeZone, locale) : null}
    >
      <SessionForm key={shown} session={session} onClose={onClose} onDirty={setDirty} />
    </DrawerFrame>
  );
}
