"use client";

import { type ReactNode, useMemo, useState } from "react";
import type { BookingStart } from "#ui/dashboard/appointments/booking-values.ts";
import type { ExplainStart } from "#ui/dashboard/explain/explain-values.ts";
import { DrawerOnDemand } from "#ui/dashboard/parts/drawer-on-demand.tsx";
import { type Drawers, DrawersContext } from "./drawers.ts";

const loadAppointmentDrawer = async () =>
  (await import("#ui/dashboard/appointments/appointment-drawer.tsx")).AppointmentDrawer;
const loadBookingDrawer = async () =>
  (await import("#ui/dashboard/appointments/booking-drawer.tsx")).BookingDrawer;
const loadCustomerDrawer = async () =>
  (await import("#ui/dashboard/customers/customer-drawer.tsx")).CustomerDrawer;
const loadExplainDrawer = async () =>
  (await import("#ui/dashboard/explain/explain-drawer.tsx")).ExplainDrawer;

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
      <DrawerOnDemand
        title="Appointment"
        opened={opened?.kind === "appointment"}
        onClose={close}
        load={loadAppointmentDrawer}
      >
        {(AppointmentDrawer) => (
          <AppointmentDrawer id={opened?.kind === "appointment" ? opened.id : null} onClose={close} />
        )}
      </DrawerOnDemand>
      <DrawerOnDemand
        title="New appointment"
        opened={opened?.kind === "booking"}
        onClose={close}
        load={loadBookingDrawer}
      >
        {(BookingDrawer) => (
          <BookingDrawer start={opened?.kind === "booking" ? opened.start : null} onClose={close} />
        )}
      </DrawerOnDemand>
      <DrawerOnDemand
        title="Customer"
        opened={opened?.kind === "customer"}
        onClose={close}
        load={loadCustomerDrawer}
      >
        {(CustomerDrawer) => (
          <CustomerDrawer id={opened?.kind === "customer" ? opened.id : null} onClose={close} />
        )}
      </DrawerOnDemand>
      <DrawerOnDemand
        title="Why is this time not offered?"
        opened={explained !== null}
        onClose={() => setExplained(null)}
        load={loadExplainDrawer}
      >
        {(ExplainDrawer) => <ExplainDrawer start={explained} onClose={() => setExplained(null)} />}
      </DrawerOnDemand>
    </DrawersContext>
  );
}
