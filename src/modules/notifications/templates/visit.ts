/** What a message about a visit may mention, as loaded; the templates put it into words. */
export type Visit = {
  appointmentId: string;
  version: number;
  status: string;
  code: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  customerTimeZone: string | null;
  priceMinor: number;
  currency: string;
  notes: string | null;
  cancelReason: string | null;
  /** customer, member or system. */
  cancelledBy: string | null;
  /** Why it can no longer be as agreed, in words. */
  conflict: string | null;
  /** Where it was before the move that the message tells of; an instant. */
  previousStart: string | null;
  service: string;
  staff: string;
  customer: { name: string; email: string | null; phone: string | null };
  location: { name: string; addressLines: string[]; phone: string | null };
  business: {
    name: string;
    email: string | null;
    phone: string | null;
    accentColor: string;
    /** Whether letters leave out who made them. */
    hidesMaker: boolean;
    locale: string;
    cancellationWindowMin: number;
    /** Address of the booking page, without a slash at the end. */
    bookingAddress: string;
  };
};
