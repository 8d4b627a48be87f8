"use client";

import { Button } from "@mantine/core";
import { modals } from "@mantine/modals";
import type { Resource } from "#modules/catalog/schema.ts";
import { tell, tellFailure, tellWithUndo } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";

export function ArchiveResource({ resource, onDone }: { resource: Resource; onDone: () => void }) {
  const utils = trpc.useUtils();
  const settled = {
    onSettled: () => utils.resources.invalidate(),
    onError: (error: unknown) => tellFailure(error, "Not archived"),
  };
  const restore = trpc.resources.restore.useMutation({
    ...settled,
    onSuccess: () => tell(`${resource.name} is back`),
  });
  const archive = trpc.resources.archive.useMutation({
    ...settled,
    onSuccess: () => {
      tellWithUndo(`${resource.name} archived`, () => restore.mutate({ id: resource.id }));
      onDone();
    },
  });
  const ask = () =>
    modals.openConfirmModal({
      title: `Archive ${resource.name}?`,
      children: "Services can no longer need it. Past visits keep it.",
      labels: { confirm: "Archive", cancel: "Keep it" },
      zIndex: 400,
      onConfirm: () => archive.mutate({ id: resource.id }),
    });
  return (
    <FormSection
      title={resource.archived ? "Archived" : "Not there any more?"}
      description="Archived resources can be brought back with their hours."
    >
      <div>
        {resource.archived ? (
          <Button
            variant="default"
            loading={restore.isPending}
            onClick={() => restore.mutate({ id: resource.id })}
          >
            Bring back
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<Icon name="trash" size={16} />}
            onClick={ask}
            loading={archive.isPending}
          >
            Archive resource
          </Button>
        )}
      </div>
    </FormSection>
  );
}
