"use client";

import { Button } from "@mantine/core";
import { useIsMutating } from "@tanstack/react-query";
import type { AppointmentView } from "#modules/appointments/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { presentMinute } from "#ui/dashboard/frame/present.ts";
import classes from "./appointment.module.css";
import type { DrawerPart } from "./drawer-part.ts";
import { useAppointmentsChanged } from "./use-appointment-change.ts";

type Props = { appointment: AppointmentView; onShow: (part: DrawerPart) => void };

/** What can be done with the appointment in its state, the likeliest as the filled button. */
export function AppointmentActions({ appointment, onShow }: Props) {
  const { status, start } = appointment;
  const mayChange = useMay("appointments.write");
  const begun = Date.parse(start) <= presentMinute() * 60_000;
  const nothingToSettle = status === "confirmed" && !begun;
  if (status === "cancelled" || !mayChange) return null;
  if (status === "completed" || status === "no_show") return <Corrections appointment={appointment} />;
  return (
    <div className={classes.actions}>
      <Button variant="default" onClick={() => onShow("cancel")}>
        Cancel appointment
      </Button>
      <Button variant={nothingToSettle ? "filled" : "default"} onClick={() => onShow("move")}>
        Move
      </Button>
      {begun && status === "confirmed" ? (
        <StatusButton appointment={appointment} to="markNoShow" variant="default" />
      ) : null}
      {nothingToSettle ? null : (
        <StatusButton
          appointment={appointment}
          to={status === "pending" ? "confirm" : "complete"}
          variant="filled"
        />
      )}
    </div>
  );
}

function Corrections({ appointment }: { appointment: AppointmentView }) {
  const other = appointment.status === "completed" ? "markNoShow" : "complete";
  return (
    <div className={classes.actions}>
      <StatusButton appointment={appointment} to="confirm" variant="default" words="Back to confirmed" />
      <StatusButton appointment={appointment} to={other} variant="default" />
    </div>
  );
}

type Target = "confirm" | "complete" | "markNoShow";

const buttonWords: Record<Target, string> = {
  confirm: "Approve",
  complete: "Complete",
  markNoShow: "No-show",
};

const doneWords: Record<Target, string> = {
  confirm: "Confirmed",
  complete: "Marked as completed",
  markNoShow: "Marked as a no-show",
};

type StatusButtonProps = {
  appointment: AppointmentView;
  to: Target;
  variant: "default" | "filled";
  words?: string;
};

function StatusButton({ appointment, to, variant, words }: StatusButtonProps) {
  const changed = useAppointmentsChanged();
  const utils = trpc.useUtils();
  // One change at a time: a second one would carry the version that the first has just replaced.
  const busy = useIsMutating() > 0;
  const mutation = trpc.appointments[to].useMutation({
    onSuccess: (saved) => {
      utils.appointments.read.setData({ target: { id: saved.id } }, saved);
      tell(doneWords[to]);
    },
    onError: (error) => tellFailure(error, "Not changed"),
    onSettled: changed,
  });
  return (
    <Button
      variant={variant}
      loading={mutation.isPending}
      disabled={busy}
      onClick={() => mutation.mutate({ id: appointment.id, version: appointment.version })}
    >
      {words ?? buttonWords[to]}
    </Button>
  );
}
