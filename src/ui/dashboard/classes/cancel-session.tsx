"use client";

import { Button, Switch, Textarea } from "@mantine/core";
import { useState } from "react";
import type { ClassSession } from "#modules/classes/schema.ts";
import { useAppointmentsChanged } from "#ui/dashboard/appointments/use-appointment-change.ts";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { FieldRow, FormSection } from "#ui/dashboard/parts/form-section.tsx";

/** Cancels one date with all that is booked in it. */
export function CancelSession({ session, onDone }: { session: ClassSession; onDone: () => void }) {
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  const [notify, setNotify] = useState(true);
  const mutation = trpc.classes.cancelSession.useMutation({
    onSuccess: ({ cancelled }) => {
      const bookings = cancelled === 1 ? "1 booking" : `${cancelled} bookings`;
      tell(cancelled === 0 ? "Date cancelled" : `Date cancelled, with ${bookings}`);
      onDone();
    },
    onError: (error) => tellFailure(error, "Not cancelled"),
    onSettled: useAppointmentsChanged(),
  });
  if (!asked) {
    return (
      <FormSection title="Not on?" description="What is booked in it is cancelled with it.">
        <div>
          <Button variant="default" onClick={() => setAsked(true)}>
            Cancel this date
          </Button>
        </div>
      </FormSection>
    );
  }
  return (
    <FormSection title="Cancel this date?" description="A cancelled date cannot be brought back.">
      <Textarea
        label="Reason"
        description={notify ? "Customers read it in the e-mail." : "For your own records."}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Switch
        label="Tell the customers by e-mail"
        checked={notify}
        onChange={(event) => setNotify(event.currentTarget.checked)}
      />
      <FieldRow>
        <Button variant="default" onClick={() => setAsked(false)}>
          Keep it
        </Button>
        <Button
          color="red"
          loading={mutation.isPending}
          onClick={() => mutation.mutate({ id: session.id, reason, notify })}
        >
          Cancel it
        </Button>
      </FieldRow>
    </FormSection>
  );
}
