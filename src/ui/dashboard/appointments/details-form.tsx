"use client";

import { Button, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useLayoutEffect } from "react";
import type { AppointmentView } from "#modules/appointments/schema.ts";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { failureOf, trpc } from "#ui/dashboard/data/trpc.ts";
import { FieldRow } from "#ui/dashboard/parts/form-section.tsx";
import classes from "./appointment.module.css";
import { useAppointmentsChanged } from "./use-appointment-change.ts";

type Props = { appointment: AppointmentView; onDone: () => void; onDirty: (dirty: boolean) => void };

/** Notes of the visit and contact of its customer. */
export function DetailsForm({ appointment, onDone, onDirty }: Props) {
  const changed = useAppointmentsChanged();
  const { customer, notes, internalNotes } = appointment;
  const form = useForm({
    initialValues: {
      notes: notes ?? "",
      internalNotes: internalNotes ?? "",
      customer: { name: customer.name, email: customer.email ?? "", phone: customer.phone ?? "" },
    },
  });
  const dirty = form.isDirty();
  useLayoutEffect(() => onDirty(dirty), [dirty, onDirty]);
  const mutation = trpc.appointments.edit.useMutation({
    onSuccess: () => {
      tell("Saved");
      onDone();
    },
    onError: (error) => {
      const { fields } = failureOf(error);
      if (Object.keys(fields).length > 0) form.setErrors(fields);
      else tellFailure(error, "Not saved");
    },
    onSettled: changed,
  });
  return (
    <form
      className={classes.form}
      onSubmit={form.onSubmit((values) =>
        mutation.mutate({ id: appointment.id, version: appointment.version, ...values }),
      )}
      noValidate
    >
      <Textarea label="Note from the customer" autosize minRows={2} {...form.getInputProps("notes")} />
      <Textarea
        label="Note for the team"
        description="Customers never see it."
        autosize
        minRows={2}
        {...form.getInputProps("internalNotes")}
      />
      <TextInput label="Customer's name" {...form.getInputProps("customer.name")} />
      <FieldRow>
        <TextInput label="E-mail" type="email" {...form.getInputProps("customer.email")} />
        <TextInput label="Phone" type="tel" {...form.getInputProps("customer.phone")} />
      </FieldRow>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onDone}>
          Back
        </Button>
        <Button type="submit" loading={mutation.isPending} disabled={!dirty}>
          Save
        </Button>
      </div>
    </form>
  );
}
