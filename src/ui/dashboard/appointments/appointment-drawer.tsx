"use client";

import { Skeleton, Stack } from "@mantine/core";
import { useState } from "react";
import { formatDayTime, formatTime } from "#kernel/time/format-time.ts";
import type { AppointmentView } from "#modules/appointments/schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { EditDrawer } from "#ui/dashboard/parts/edit-drawer.tsx";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import { StatusMark } from "#ui/dashboard/parts/status-mark.tsx";
import { AppointmentActions } from "./appointment-actions.tsx";
import { AppointmentFacts } from "./appointment-facts.tsx";
import { CancelForm } from "./cancel-form.tsx";
import { DetailsForm } from "./details-form.tsx";
import type { DrawerPart } from "./drawer-part.ts";
import { MoveForm } from "./move-form.tsx";

type Props = { id: string | null; onClose: () => void };

/** One appointment: what is known of it, and everything that can be done with it. */
export function AppointmentDrawer({ id, onClose }: Props) {
  const [shown, setShown] = useState(id);
  const [part, setPart] = useState<DrawerPart>("facts");
  const [dirty, setDirty] = useState(false);
  if (id !== null && id !== shown) {
    setShown(id);
    setPart("facts");
    setDirty(false);
  }
  const show = (next: DrawerPart) => {
    setPart(next);
    setDirty(false);
  };
  const close = () => {
    show("facts");
    onClose();
  };
  const query = trpc.appointments.read.useQuery({ target: { id: shown ?? "" } }, { enabled: shown !== null });
  const appointment = query.data;
  return (
    <EditDrawer
      opened={id !== null}
      onClose={close}
      dirty={dirty}
      title={appointment?.customer.name ?? "Appointment"}
      subtitle={appointment ? <Subtitle appointment={appointment} /> : null}
      footer={
        appointment && part === "facts" ? (
          <AppointmentActions appointment={appointment} onShow={show} />
        ) : undefined
      }
    >
      {query.isPending ? <LoadingFacts /> : null}
      {query.isError && !appointment ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {appointment ? <Part part={part} appointment={appointment} show={show} onDirty={setDirty} /> : null}
    </EditDrawer>
  );
}

type PartProps = {
  part: DrawerPart;
  appointment: AppointmentView;
  show: (part: DrawerPart) => void;
  onDirty: (dirty: boolean) => void;
};

function Part({ part, appointment, show, onDirty }: PartProps) {
  const back = () => show("facts");
  if (part === "move") return <MoveForm appointment={appointment} onDone={back} onDirty={onDirty} />;
  if (part === "details") return <DetailsForm appointment={appointment} onDone={back} onDirty={onDirty} />;
  if (part === "cancel") return <CancelForm appointment={appointment} onDone={back} onDirty={onDirty} />;
  return <AppointmentFacts appointment={appointment} onShow={show} />;
}

function Subtitle({ appointment }: { appointment: AppointmentView }) {
  const { timeZone, locale } = useBusiness();
  const { start, end, status } = appointment;
  return (
    <Stack gap={8} align="flex-start">
      <span>
        {formatDayTime(start, timeZone, locale)} – {formatTime(end, timeZone, locale)}
      </span>
      <StatusMark status={status} />
    </Stack>
  );
}

function LoadingFacts() {
  return (
    <Stack gap={16} role="status" aria-label="Loading the appointment">
      <Skeleton height={20} width="60%" />
      <Skeleton height={20} width="45%" />
      <Skeleton height={20} width="70%" />
      <Skeleton height={80} />
    </Stack>
  );
}
