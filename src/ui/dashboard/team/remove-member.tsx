"use client";

import { Button } from "@mantine/core";
import { modals } from "@mantine/modals";
import type { MemberView } from "#modules/team/schema.ts";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";

/** Takes somebody out of the team. */
export function RemoveMember({ member, onDone }: { member: MemberView; onDone: () => void }) {
  const utils = trpc.useUtils();
  const remove = trpc.team.removeMember.useMutation({
    onSuccess: () => {
      tell(`${member.name} is no longer in the team`);
      onDone();
    },
    onError: (error) => tellFailure(error),
    onSettled: () => utils.team.invalidate(),
  });
  const ask = () =>
    modals.openConfirmModal({
      title: `Remove ${member.name}?`,
      children:
        "They cannot open this business any more, from their next click on. The staff member and the appointments stay.",
      labels: { confirm: "Remove from the team", cancel: "Keep" },
      confirmProps: { color: "red" },
      zIndex: 400,
      onConfirm: () => remove.mutate({ id: member.id }),
    });
  return (
    <FormSection
      title="Not with you any more?"
      description="Their appointments and their staff member are kept."
    >
      <div>
        <Button
          variant="default"
          leftSection={<Icon name="trash" size={16} />}
          loading={remove.isPending}
          onClick={ask}
        >
          Remove from the team
        </Button>
      </div>
    </FormSection>
  );
}
