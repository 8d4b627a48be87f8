"use client";

import { Button, Select } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { MemberView } from "#modules/team/schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { EditDrawer, SaveBar } from "#ui/dashboard/parts/edit-drawer.tsx";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { useProof } from "#ui/dashboard/settings/use-proof.tsx";

/** For the owner: giving the business to somebody of the team. */
export function Ownership({ members }: { members: MemberView[] }) {
  const [opened, setOpened] = useState(false);
  const others = members.filter(({ role }) => role !== "owner");
  return (
    <FormSection
      level={2}
      title="Ownership"
      description={
        others.length > 0
          ? "You own this business: its plan, its payment and its data. You can hand it over to somebody of the team."
          : "You own this business. To hand it over, invite whoever is to own it first."
      }
    >
      <div>
        <Button variant="default" disabled={others.length === 0} onClick={() => setOpened(true)}>
          Hand over the business
        </Button>
      </div>
      <HandOverDrawer opened={opened} others={others} onClose={() => setOpened(false)} />
    </FormSection>
  );
}

type DrawerProps = { opened: boolean; others: MemberView[]; onClose: () => void };

function HandOverDrawer({ opened, others, onClose }: DrawerProps) {
  const { name } = useBusiness();
  const form = useForm({
    initialValues: { id: "" },
    validate: { id: (id) => (id ? null : "Choose who is to own it") },
  });
  const factors = trpc.secondFactors.read.useQuery();
  const { withProof, busy, dialog } = useProof(factors.data?.hasPassword ?? true, "team");
  const { mutateAsync } = trpc.team.transferOwnership.useMutation();
  const handOver = (id: string) =>
    withProof(async (proof) => {
      await mutateAsync({ id, ...proof });
      // Everything that the page shows depends on the role.
      window.location.reload();
    });
  const heir = others.find(({ id }) => id === form.values.id);
  return (
    <EditDrawer
      opened={opened}
      onClose={onClose}
      title="Hand over the business"
      subtitle={name}
      onSubmit={form.onSubmit(({ id }) => handOver(id))}
      footer={
        <SaveBar
          dirty={false}
          isNew
          saving={busy}
          onCancel={onClose}
          label={heir ? `Make ${heir.name} the owner` : "Hand over"}
        />
      }
    >
      <FormSection
        title="New owner"
        description="They become the owner at once, and you an admin. Only they can give it back."
      >
        <Select
          label="Who"
          placeholder="Somebody of the team"
          data={others.map((member) => ({ value: member.id, label: `${member.name} (${member.email})` }))}
          {...form.getInputProps("id")}
        />
      </FormSection>
      {dialog}
    </EditDrawer>
  );
}
