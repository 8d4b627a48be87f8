"use client";

import { Button, Skeleton } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useEffect, useState } from "react";
import { formatDayTime } from "#kernel/time/format-time.ts";
import { wallOfInstant } from "#ui/dashboard/calendar/business-wall-time.ts";
import { useFrame } from "#ui/dashboard/data/frame-context.tsx";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { type Failure, failureOf, trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useCalendars, useServices } from "#ui/dashboard/data/use-catalog.ts";
import { presentMinute } from "#ui/dashboard/frame/present.ts";
import { EditDrawer } from "#ui/dashboard/parts/edit-drawer.tsx";
import { EmptyState } from "#ui/dashboard/parts/states.tsx";
import { BookingFields } from "./booking-fields.tsx";
import {
  type BookingStart,
  type BookingValues,
  firstValues,
  missingIn,
  requestOf,
  startOf,
} from "./booking-values.ts";
import { NearestTimes } from "./nearest-times.tsx";
import { useAppointmentsChanged } from "./use-appointment-change.ts";

type Props = { start: BookingStart | null; onClose: () => void };

/** Books for a caller: any time but a double booking. */
export function BookingDrawer({ start, onClose }: Props) {
  const [shown, setShown] = useState<BookingStart | null>(start);
  const [opening, setOpening] = useState(0);
  if (start !== null && start !== shown) {
    setShown(start);
    setOpening(opening + 1);
  }
  const services = useServices();
  const staff = useCalendars();
  const { rights, staffId } = useFrame().member;
  const hasNoCalendar = staffId === null && !rights.includes("calendar.all");
  const ready = services.length > 0 && staff.length > 0;
  if (!ready || !shown) {
    return (
      <EditDrawer opened={start !== null} onClose={onClose} title="New appointment">
        {hasNoCalendar ? (
          <EmptyState
            picture="calendar"
            text="You have no calendar of your own here. Somebody who runs the team can give you one."
          />
        ) : (
          <Skeleton height={240} />
        )}
      </EditDrawer>
    );
  }
  return <BookingForm key={opening} start={shown} opened={start !== null} onClose={onClose} />;
}

type FormProps = { start: BookingStart; opened: boolean; onClose: () => void };

function BookingForm({ start, opened, onClose }: FormProps) {
  const { timeZone, locale } = useBusiness();
  const services = useServices();
  const staff = useCalendars();
  const form = useForm<BookingValues>({
    initialValues: firstValues(start, { services, staff, now: wallNow(timeZone) }),
    validate: missingIn,
  });
  const booking = useBooking({ onBooked: onClose, onFields: form.setErrors });
  const instant = startOf(form.values, timeZone);
  const choose = (nearest: { start: string; staffIds: string[] }) => {
    const wall = wallOfInstant(nearest.start, timeZone);
    form.setValues({ date: wall.slice(0, 10), time: wall.slice(11, 16) });
    const [first] = nearest.staffIds;
    if (first && !nearest.staffIds.includes(form.values.staffId)) form.setFieldValue("staffId", first);
    booking.forget();
  };
  return (
    <EditDrawer
      opened={opened}
      onClose={onClose}
      dirty={form.isDirty()}
      title="New appointment"
      onSubmit={form.onSubmit((values) => {
        if (instant) booking.book(values, instant);
      })}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            Discard
          </Button>
          <Button type="submit" loading={booking.pending}>
            {instant ? `Book for ${formatDayTime(instant, timeZone, locale)}` : "Book"}
          </Button>
        </>
      }
    >
      <BookingFields form={form} instant={instant} />
      {booking.taken ? <NearestTimes failure={booking.taken} onChoose={choose} /> : null}
    </EditDrawer>
  );
}

function wallNow(timeZone: string): string {
  return wallOfInstant(new Date(presentMinute() * 60_000).toISOString(), timeZone);
}

type BookingOptions = { onBooked: () => void; onFields: (fields: Record<string, string>) => void };

function useBooking({ onBooked, onFields }: BookingOptions) {
  const changed = useAppointmentsChanged();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [taken, setTaken] = useState<Failure | null>(null);
  const mutation = trpc.appointments.book.useMutation({
    onSuccess: ({ overruled, appointment }) => {
      tell(overruled ? `Booked, although: ${overruled}` : `Booked. Code ${appointment.code}`);
      onBooked();
    },
    onError: (error) => {
      const failure = failureOf(error);
      setKey(crypto.randomUUID());
      if (failure.reason === "slotTaken") setTaken(failure);
      else if (Object.keys(failure.fields).length > 0) onFields(withoutPath(failure.fields));
      else tellFailure(error, "Not booked");
    },
    onSettled: changed,
  });
  useEffect(() => {
    if (taken) document.querySelector("[role=alert]")?.scrollIntoView({ block: "nearest" });
  }, [taken]);
  return {
    pending: mutation.isPending,
    taken,
    forget: () => setTaken(null),
    book(values: BookingValues, start: string) {
      setTaken(null);
      mutation.mutate(requestOf(values, start, key));
    },
  };
}

/** The customer's fields stand at the top of this form, not under `customer`. */
function withoutPath(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => [path.replace("customer.", ""), message]),
  );
}
