"use client";

import { Button } from "@mantine/core";
import { modals } from "@mantine/modals";
import type { StaffMember } from "#modules/staff/schema.ts";
import { tell, tellFailure, tellWithUndo } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";

export function ArchiveStaff({ person, onDone }: { person: StaffMember; onDone: () => void }) {
  const utils = trpc.useUtils();
  const settled = {
    onSettled: () => utils.staff.invalidate(),
    onError: (error: unknown) => tellFailure(error),
  };
  const restore = trpc.staff.restore.useMutation({
    ...settled,
    onSuccess: () => tell(`${person.name} is back`),
  });
  const archive = trpc.staff.archive.useMutation({
    ...settled,
    onSuccess: () => tellWithUndo(`${person.name} archived`, () => restore.mutate({ id: person.id })),
  });
  const ask = () =>
    modals.openConfirmModal({
      title: `Archive ${person.name}?`,
      children: "Nobody can book with them any more. Appointments that are booked stay as they are.",
      labels: { confirm: "Archive", cancel: "Keep" },
      zIndex: 400,
      onConfirm: () => {
        archive.mutate({ id: person.id });
        onDone();
      },
    });
  return (
    <FormSection
      title={person.archived ? "Archived" : "Not with you any more?"}
      description="Past appointments are kept."
    >
      <div>
        {person.archived ? (
          <Button
            variant="default"
            loading={restore.isPending}
            onClick={() => restore.mutate({ id: person.id })}
          >
            Bring back
          </Button>
        ) : (
          <Button variant="default" leftSection={<Icon name="trash" size={16} />} onClick={ask}>
            Archive staff member
          </Button>
        )}
      </div>
    </FormSection>
  );
}
