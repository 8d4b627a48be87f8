"use client";

import { Switch } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useForm } from "@mantine/form";
import { useLayoutEffect } from "react";
import type { ClassSession } from "#modules/classes/schema.ts";
import { useAppointmentsChanged } from "#ui/dashboard/appointments/use-appointment-change.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useStaff } from "#ui/dashboard/data/use-catalog.ts";
import { dateFormat } from "#ui/dashboard/parts/date-format.ts";
import { DrawerForm, SaveBar } from "#ui/dashboard/parts/edit-drawer.tsx";
import { FieldRow } from "#ui/dashboard/parts/form-section.tsx";
import { useToday } from "#ui/dashboard/schedule/use-today.ts";
import { CancelSession } from "./cancel-session.tsx";
import { ClassFields, StartField } from "./class-fields.tsx";
import {
  addRequest,
  changeRequest,
  missingTerms,
  type SessionValues,
  sessionValues,
} from "./class-values.ts";
import { SessionPeople } from "./session-people.tsx";
import { useClassServices } from "./use-classes.ts";

type Props = { session: ClassSession | null; onClose: () => void; onDirty: (dirty: boolean) => void };

export function SessionForm({ session, onClose, onDirty }: Props) {
  const mayChange = useMay("schedule.write") && !session?.cancelled;
  const { locale } = useBusiness();
  const known = { services: useClassServices(), staff: useStaff(), today: useToday() };
  const form = useForm<SessionValues>({
    initialValues: sessionValues(session, known),
    validate: missingTerms,
  });
  const { save, saving } = useSaveSession(session, {
    onSaved: onClose,
    onError: (error) => showFailure(error, form.setErrors),
  });
  const dirty = form.isDirty();
  useLayoutEffect(() => onDirty(dirty), [dirty, onDirty]);
  const { values, errors, setValues } = form;
  return (
    <DrawerForm
      onSubmit={form.onSubmit((given) => {
        form.resetDirty();
        save(given);
      })}
      footer={
        mayChange ? <SaveBar dirty={dirty} saving={saving} onCancel={onClose} isNew={!session} /> : undefined
      }
    >
      {session ? <SessionPeople session={session} /> : null}
      <ClassFields values={values} errors={errors} onEdit={setValues} isNew={!session}>
        <FieldRow>
          <DateInput
            label="Date"
            valueFormat={dateFormat(locale)}
            value={values.date}
            onChange={(date) => date && setValues({ date })}
            error={errors.date}
          />
          <StartField values={values} errors={errors} onEdit={setValues} />
        </FieldRow>
        {session && session.seatsTaken > 0 ? (
          <Switch
            label="Tell the customers by e-mail when it moves"
            {...form.getInputProps("notify", { type: "checkbox" })}
          />
        ) : null}
      </ClassFields>
      {session && mayChange ? <CancelSession session={session} onDone={onClose} /> : null}
    </DrawerForm>
  );
}

type Outcome = { onSaved: () => void; onError: (error: unknown) => void };

/** Adds the date, or changes what differs of it. */
function useSaveSession(session: ClassSession | null, { onSaved, onError }: Outcome) {
  const { locations } = useBusiness();
  const onSettled = useAppointmentsChanged();
  const saved = (words: string) => {
    tell(words);
    onSaved();
  };
  const add = trpc.classes.addSession.useMutation({
    ...{ onError, onSettled },
    onSuccess: () => saved("Date added"),
  });
  const change = trpc.classes.changeSession.useMutation({
    ...{ onError, onSettled },
    onSuccess: ({ moved }) =>
      saved(
        moved === 0
          ? "Date saved"
          : `Date saved, ${moved === 1 ? "1 booking moves" : `${moved} bookings move`} along`,
      ),
  });
  const save = (values: SessionValues) => {
    if (!session) return add.mutate(addRequest(values));
    const place = locations.find(({ id }) => id === values.locationId);
    change.mutate(changeRequest(session, values, place?.timeZone ?? session.timeZone));
  };
  return { save, saving: add.isPending || change.isPending };
}
