"use client";

import { Button } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useFrame } from "#ui/dashboard/data/frame-context.tsx";
import { tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { roleNames } from "./member-values.ts";

/** One's own place in the business, and the way out of it. */
export function LeaveBusiness() {
  const { role } = useFrame().member;
  const { name } = useBusiness();
  const leave = trpc.team.leave.useMutation({
    // Another business of the login, or the page that says there is none.
    onSuccess: () => window.location.assign("/dashboard"),
    onError: (error) => tellFailure(error, "You have not left"),
  });
  const ask = () =>
    modals.openConfirmModal({
      title: `Leave ${name}?`,
      children:
        "You cannot open it any more until somebody of its team invites you again. Your appointments stay there.",
      labels: { confirm: "Leave", cancel: "Stay" },
      confirmProps: { color: "red" },
      zIndex: 400,
      onConfirm: () => leave.mutate(),
    });
  return (
    <FormSection
      level={2}
      title="This business"
      description={`You work at ${name}. Your role: ${roleNames[role]}.`}
    >
      <div>
        <Button variant="default" loading={leave.isPending} onClick={ask}>
          Leave this business
        </Button>
      </div>
    </FormSection>
  );
}
