"use client";

import { Button, Switch, Textarea } from "@mantine/core";
import { useEffect, useState } from "react";
import { formatDayTime } from "#kernel/time/format-time.ts";
import type { AppointmentView } from "#modules/appointments/schema.ts";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import classes from "./appointment.module.css";
import { useAppointmentsChanged } from "./use-appointment-change.ts";

type Props = { appointment: AppointmentView; onDone: () => void; onDirty: (dirty: boolean) => void };

export function CancelForm({ appointment, onDone, onDirty }: Props) {
  const { timeZone, locale } = useBusiness();
  const changed = useAppointmentsChanged();
  const [reason, setReason] = useState("");
  const [notify, setNotify] = useState(true);
  useEffect(() => onDirty(reason !== ""), [reason, onDirty]);
  const mutation = trpc.appointments.cancel.useMutation({
    onSuccess: () => {
      tell("Appointment cancelled");
      onDone();
    },
    onError: (error) => tellFailure(error, "Not cancelled"),
    onSettled: changed,
  });
  const { id, customer, start } = appointment;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        mutation.mutate({ target: { id }, reason, notify });
      }}
    >
      <p className={classes.quiet}>
        This frees {formatDayTime(start, timeZone, locale)} for others at once. A cancelled appointment cannot
        be brought back.
      </p>
      <Textarea
        label="Reason"
        description={
          customer.email && notify ? "The customer reads it in the e-mail." : "For your own records."
        }
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        data-autofocus
      />
      <Switch
        label="Tell the customer by e-mail"
        checked={notify}
        onChange={(event) => setNotify(event.currentTarget.checked)}
        disabled={!customer.email}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onDone}>
          Keep the appointment
        </Button>
        <Button type="submit" color="red" loading={mutation.isPending}>
          Cancel the appointment
        </Button>
      </div>
    </form>
  );
}
