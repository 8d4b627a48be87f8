"use client";

import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { EditDrawer, SaveBar } from "#ui/dashboard/parts/edit-drawer.tsx";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { CalendarSelect } from "./calendar-select.tsx";
import { invitationOf, type MemberValues, memberValues, newCalendar } from "./member-values.ts";
import { StandingFields } from "./standing-fields.tsx";

type Props = { opened: boolean; onClose: () => void };

/** Asks somebody by e-mail to join the team. */
export function InviteDrawer({ opened, onClose }: Props) {
  const utils = trpc.useUtils();
  const form = useForm<MemberValues>({ initialValues: memberValues(null) });
  const mutation = trpc.team.invite.useMutation({
    onSuccess: (_saved, { email }) => {
      tell(`Invitation sent to ${email}`);
      form.reset();
      onClose();
    },
    onError: (error) => showFailure(error, (fields) => form.setErrors(asShown(fields))),
    onSettled: () => Promise.all([utils.team.invalidate(), utils.staff.invalidate()]),
  });
  return (
    <EditDrawer
      opened={opened}
      onClose={onClose}
      dirty={form.isDirty()}
      title="Invite somebody"
      size={560}
      onSubmit={form.onSubmit((values) => mutation.mutate(invitationOf(values)))}
      footer={
        <SaveBar
          dirty={form.isDirty()}
          saving={mutation.isPending}
          onCancel={onClose}
          label="Send the invitation"
          isNew
        />
      }
    >
      <FormSection title="Who" description="They get an e-mail with a link that works for seven days.">
        <TextInput label="E-mail" type="email" autoComplete="off" {...form.getInputProps("email")} />
        <CalendarSelect offersNew {...form.getInputProps("calendar")} />
        {form.values.calendar === newCalendar ? (
          <TextInput
            label="Name of the new staff member"
            description="Choose their services and hours under Staff afterwards."
            {...form.getInputProps("newStaffName")}
          />
        ) : null}
      </FormSection>
      <StandingFields form={form} />
    </EditDrawer>
  );
}

/** The verb's field for the staff member is the form's choice of a calendar. */
function asShown({ staffId, ...fields }: Record<string, string>): Record<string, string> {
  return staffId ? { ...fields, calendar: staffId } : fields;
}
