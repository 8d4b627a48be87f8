"use client";

import type { StaffMember } from "#modules/staff/schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { ArchiveSection, tellingArchived, tellingRestored } from "#ui/dashboard/parts/archive-section.tsx";

export function ArchiveStaff({ person, onDone }: { person: StaffMember; onDone: () => void }) {
  const { id, name, archived } = person;
  const utils = trpc.useUtils();
  const onSettled = () => utils.staff.invalidate();
  const restore = trpc.staff.restore.useMutation({ ...tellingRestored(name), onSettled });
  const archive = trpc.staff.archive.useMutation({
    ...tellingArchived({ name, onDone, restore: () => restore.mutate({ id }) }),
    onSettled,
  });
  return (
    <ArchiveSection
      {...{ name, archived }}
      kind="staff member"
      title="Not with you any more?"
      description="Past appointments are kept."
      consequence="Nobody can book with them any more. Appointments that are booked stay as they are."
      archive={{ ...archive, mutate: () => archive.mutate({ id }) }}
      restore={{ ...restore, mutate: () => restore.mutate({ id }) }}
    />
  );
}
