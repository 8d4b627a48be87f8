"use client";

import { createContext, useContext } from "react";
import type { BookingStart } from "#ui/dashboard/appointments/booking-values.ts";

/** Opens the drawers that lie over any page. */
export type Drawers = {
  openAppointment(id: string): void;
  openBooking(start: BookingStart): void;
  /** `new`: an empty record. */
  openCustomer(id: string): void;
};

export const DrawersContext = createContext<Drawers | null>(null);

export function useDrawers(): Drawers {
  const drawers = useContext(DrawersContext);
  if (!drawers) throw new Error("The dashboard's drawers are missing around this component");
  return drawers;
}
