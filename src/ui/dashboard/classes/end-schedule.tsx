"use client";

import { Button, Switch, Textarea } from "@mantine/core";
import { useState } from "react";
import type { ClassSchedule } from "#modules/classes/schema.ts";
import { useAppointmentsChanged } from "#ui/dashboard/appointments/use-appointment-change.ts";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { FieldRow, FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { endedWords } from "./class-words.ts";

/** Ends a class; what is booked in its coming dates is kept unless one says otherwise. */
export function EndSchedule({ schedule, onDone }: { schedule: ClassSchedule; onDone: () => void }) {
  const { locale } = useBusiness();
  const [asked, setAsked] = useState(false);
  const [cancelBooked, setCancelBooked] = useState(false);
  const [reason, setReason] = useState("");
  const mutation = trpc.classes.archiveSchedule.useMutation({
    onSuccess: (ended) => {
      tell(endedWords(ended, locale));
      onDone();
    },
    onError: (error) => tellFailure(error, "Not ended"),
    onSettled: useAppointmentsChanged(),
  });
  const description = "Coming dates that nobody has booked go with it.";
  if (!asked) {
    return (
      <FormSection title="Not given any more?" description={description}>
        <div>
          <Button
            variant="default"
            leftSection={<Icon name="trash" size={16} />}
            onClick={() => setAsked(true)}
          >
            End this class
          </Button>
        </div>
      </FormSection>
    );
  }
  return (
    <FormSection title="End this class?" description={description}>
      <Switch
        label="Cancel booked dates too, and tell their customers"
        checked={cancelBooked}
        onChange={(event) => setCancelBooked(event.currentTarget.checked)}
      />
      {cancelBooked ? (
        <Textarea
          label="Reason"
          description="Customers read it in the e-mail."
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
      <FieldRow>
        <Button variant="default" onClick={() => setAsked(false)}>
          Keep it
        </Button>
        <Button
          color="red"
          loading={mutation.isPending}
          onClick={() => mutation.mutate({ id: schedule.id, cancelBooked, reason })}
        >
          End it
        </Button>
      </FieldRow>
    </FormSection>
  );
}
