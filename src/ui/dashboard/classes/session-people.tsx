"use client";

import { Button } from "@mantine/core";
import type { AppointmentView } from "#modules/appointments/schema.ts";
import type { ClassSession } from "#modules/classes/schema.ts";
import { wallOfInstant } from "#ui/dashboard/calendar/business-wall-time.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useDrawers } from "#ui/dashboard/frame/drawers.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { StatusMark } from "#ui/dashboard/parts/status-mark.tsx";
import { seatWords } from "./class-words.ts";
import classes from "./classes.module.css";

const coming: AppointmentView["status"][] = ["pending", "confirmed", "completed", "no_show"];

/** Who is booked in a date of a class, each to be opened, and a way to book one more. */
export function SessionPeople({ session }: { session: ClassSession }) {
  const { timeZone } = useBusiness();
  const { openAppointment, openBooking } = useDrawers();
  const mayBook = useMay("appointments.write");
  const { id, service, staff, location, start, cancelled, capacity, seatsTaken, resources } = session;
  const query = trpc.appointments.list.useQuery({ sessionId: id, ...(!cancelled && { statuses: coming }) });
  const full = seatsTaken >= capacity;
  const rooms = resources.map(({ name, unit }) => (unit === null ? name : `${name} ${unit}`)).join(", ");
  const book = () =>
    openBooking({
      start: wallOfInstant(start, timeZone),
      ...{ serviceId: service.id, staffId: staff.id, locationId: location.id },
    });
  return (
    <FormSection
      title="Who comes"
      description={[cancelled ? "Cancelled" : seatWords(session), rooms].filter(Boolean).join(" · ")}
      action={
        mayBook && !cancelled && !full ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Icon name="plus" size={14} />}
            onClick={book}
          >
            Book a seat
          </Button>
        ) : null
      }
    >
      <ul className={classes.people}>
        {(query.data?.appointments ?? []).map((visit) => (
          <li key={visit.id}>
            <button type="button" onClick={() => openAppointment(visit.id)}>
              <span>
                {visit.customer.name}
                {visit.seats > 1 ? <span className={classes.quiet}> · {visit.seats} seats</span> : null}
              </span>
              <StatusMark status={visit.status} />
            </button>
          </li>
        ))}
      </ul>
    </FormSection>
  );
}
