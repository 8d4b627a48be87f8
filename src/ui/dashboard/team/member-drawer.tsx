"use client";

import { useForm } from "@mantine/form";
import { useState } from "react";
import type { MemberView } from "#modules/team/schema.ts";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { EditDrawer, SaveBar } from "#ui/dashboard/parts/edit-drawer.tsx";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { CalendarSelect } from "./calendar-select.tsx";
import { changeOf, type MemberValues, memberValues, noCalendar } from "./member-values.ts";
import { RemoveMember } from "./remove-member.tsx";
import { StandingFields } from "./standing-fields.tsx";

type Props = { member: MemberView | null; onClose: () => void };

/** A member of the team: what they may do, and which calendar is theirs. */
export function MemberDrawer({ member, onClose }: Props) {
  const [shown, setShown] = useState(member);
  if (member !== null && member !== shown) setShown(member);
  if (!shown) return null;
  const props = { member: shown, opened: member !== null, onClose };
  return shown.self ? <OwnForm key={shown.id} {...props} /> : <MemberForm key={shown.id} {...props} />;
}

type FormProps = { member: MemberView; opened: boolean; onClose: () => void };

function useTeamChange(form: { resetDirty: () => void }, onClose: () => void) {
  const utils = trpc.useUtils();
  return {
    onSuccess: () => {
      tell("Saved: it counts from their next click on");
      form.resetDirty();
      onClose();
    },
    onError: (error: unknown) => tellFailure(error, "Not saved"),
    onSettled: () => utils.team.invalidate(),
  };
}

function MemberForm({ member, opened, onClose }: FormProps) {
  const form = useForm<MemberValues>({ initialValues: memberValues(member) });
  const mutation = trpc.team.changeMember.useMutation(useTeamChange(form, onClose));
  const dirty = form.isDirty();
  return (
    <EditDrawer
      opened={opened}
      onClose={onClose}
      dirty={dirty}
      title={member.name}
      subtitle={member.email}
      size={560}
      onSubmit={form.onSubmit((values) => mutation.mutate({ id: member.id, ...changeOf(values) }))}
      footer={<SaveBar dirty={dirty} saving={mutation.isPending} onCancel={onClose} />}
    >
      <FormSection title="Calendar">
        <CalendarSelect memberId={member.id} {...form.getInputProps("calendar")} />
      </FormSection>
      <StandingFields form={form} />
      <RemoveMember member={member} onDone={onClose} />
    </EditDrawer>
  );
}

/** One's own entry: nobody changes their own rights, but everybody knows whose calendar is theirs. */
function OwnForm({ member, opened, onClose }: FormProps) {
  const form = useForm({ initialValues: { calendar: member.staffId ?? noCalendar } });
  const change = useTeamChange(form, onClose);
  const mutation = trpc.team.chooseOwnCalendar.useMutation({
    ...change,
    onSuccess: () => {
      change.onSuccess();
      window.location.reload();
    },
  });
  const dirty = form.isDirty();
  return (
    <EditDrawer
      opened={opened}
      onClose={onClose}
      dirty={dirty}
      title={member.name}
      subtitle={member.email}
      onSubmit={form.onSubmit(({ calendar }) =>
        mutation.mutate({ staffId: calendar === noCalendar ? null : calendar }),
      )}
      footer={<SaveBar dirty={dirty} saving={mutation.isPending} onCancel={onClose} />}
    >
      <FormSection
        title="Calendar"
        description="Your role and your rights are changed by others: an owner, or another admin."
      >
        <CalendarSelect label="Your calendar" memberId={member.id} {...form.getInputProps("calendar")} />
      </FormSection>
    </EditDrawer>
  );
}
