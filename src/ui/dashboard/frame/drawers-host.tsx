"use client";

import { type ReactNode, useMemo, useState } from "react";
import { AppointmentDrawer } from "#ui/dashboard/appointments/appointment-drawer.tsx";
import { BookingDrawer } from "#ui/dashboard/appointments/booking-drawer.tsx";
import type { BookingStart } from "#ui/dashboard/appointments/booking-values.ts";
import { CustomerDrawer } from "#ui/dashboard/customers/customer-drawer.tsx";
import { ExplainDrawer } from "#ui/dashboard/explain/explain-drawer.tsx";
import type { ExplainStart } from "#ui/dashboard/explain/explain-values.ts";
import { type Drawers, DrawersContext } from "./drawers.ts";

type Opened =
  | { kind: "appointment"; id: string }
  | { kind: "booking"; start: BookingStart }
  | { kind: "customer"; id: string }
  | null;

/** The drawers that open from any page, over the page one came from. */
export function DrawersHost({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<Opened>(null);
  const [explained, setExplained] = useState<ExplainStart | null>(null);
  const drawers = useMemo<Drawers>(
    () => ({
      openAppointment: (id) => setOpened({ kind: "appointment", id }),
      openBooking: (start) => setOpened({ kind: "booking", start }),
      openCustomer: (id) => setOpened({ kind: "customer", id }),
      openExplanation: setExplained,
    }),
    [],
  );
  const close = () => setOpened(null);
  return (
    <DrawersContext value={drawers}>
      {children}
      <AppointmentDrawer id={opened?.kind === "appointment" ? opened.id : null} onClose={close} />
      <BookingDrawer start={opened?.kind === "booking" ? opened.start : null} onClose={close} />
      <CustomerDrawer id={opened?.kind === "customer" ? opened.id : null} onClose={close} />
      <ExplainDrawer start={explained} onClose={() => setExplained(null)} />
    </DrawersContext>
  );
}
