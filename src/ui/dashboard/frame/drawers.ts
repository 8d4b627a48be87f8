"use client";

import { createContext, useContext } from "react";
import type { BookingStart } from "#ui/dashboard/appointments/booking-values.ts";
import type { ExplainStart } from "#ui/dashboard/explain/explain-values.ts";

/** Opens the drawers that lie over any page. */
export type Drawers = {
  openAppointment(id: string): void;
  openBooking(start: BookingStart): void;
  /** `new`: an empty record. */
  openCustomer(id: string): void;
  /** Why a time is not offered; lies over whatever else is open. */
  openExplanation(start: ExplainStart): void;
};

export const DrawersContext = createContext<Drawers | null>(null);

export function useDrawers(): Drawers {
  const drawers = useContext(DrawersContext);
  if (!drawers) throw new Error("The dashboard's drawers are missing around this component");
  return drawers;
}
