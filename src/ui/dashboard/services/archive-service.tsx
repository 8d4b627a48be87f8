"use client";

import type { Service } from "#modules/catalog/schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { ArchiveSection, tellingArchived, tellingRestored } from "#ui/dashboard/parts/archive-section.tsx";

export function ArchiveService({ service, onDone }: { service: Service; onDone: () => void }) {
  const { id, name, archived } = service;
  const utils = trpc.useUtils();
  const onSettled = () => utils.services.invalidate();
  const restore = trpc.services.restore.useMutation({ ...tellingRestored(name), onSettled });
  const archive = trpc.services.archive.useMutation({
    ...tellingArchived({ name, onDone, restore: () => restore.mutate({ id }) }),
    onSettled,
  });
  return (
    <ArchiveSection
      {...{ name, archived }}
      kind="service"
      title="Not offered any more?"
      description="Archived services keep their past appointments and can be brought back."
      consequence="It can no longer be booked. Appointments that are booked stay as they are."
      archive={{ ...archive, mutate: () => archive.mutate({ id }) }}
      restore={{ ...restore, mutate: () => restore.mutate({ id }) }}
    />
  );
}
