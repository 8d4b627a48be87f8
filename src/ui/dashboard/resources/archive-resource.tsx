"use client";

import type { Resource } from "#modules/catalog/schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { ArchiveSection, tellingArchived, tellingRestored } from "#ui/dashboard/parts/archive-section.tsx";

export function ArchiveResource({ resource, onDone }: { resource: Resource; onDone: () => void }) {
  const { id, name, archived } = resource;
  const utils = trpc.useUtils();
  const onSettled = () => utils.resources.invalidate();
  const restore = trpc.resources.restore.useMutation({ ...tellingRestored(name), onSettled });
  const archive = trpc.resources.archive.useMutation({
    ...tellingArchived({ name, onDone, restore: () => restore.mutate({ id }) }),
    onSettled,
  });
  return (
    <ArchiveSection
      {...{ name, archived }}
      kind="resource"
      title="Not there any more?"
      description="Archived resources can be brought back with their hours."
      consequence="Services can no longer need it. Past visits keep it."
      archive={{ ...archive, mutate: () => archive.mutate({ id }) }}
      restore={{ ...restore, mutate: () => restore.mutate({ id }) }}
    />
  );
}
