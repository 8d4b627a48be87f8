"use client";

import { Alert, Button, Select, Switch, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useEffect, useState } from "react";
import { formatClock, formatDayTime } from "#kernel/time/format-time.ts";
import type { AppointmentView } from "#modules/appointments/schema.ts";
import {
  instantOfWall,
  wallAt,
  wallDate,
  wallMinute,
  wallOfInstant,
} from "#ui/dashboard/calendar/business-wall-time.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useCalendars } from "#ui/dashboard/data/use-catalog.ts";
import { dateFormat } from "#ui/dashboard/parts/date-format.ts";
import { FieldRow } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./appointment.module.css";
import { minuteOfClock } from "./clock-time.ts";
import { OverrulingWarning } from "./overruling-warning.tsx";
import { useMoveAppointment } from "./use-move-appointment.ts";

type Props = { appointment: AppointmentView; onDone: () => void; onDirty: (dirty: boolean) => void };

/** The form beside each drag: another date, time or staff member. */
export function MoveForm({ appointment, onDone, onDirty }: Props) {
  const { timeZone, locale } = useBusiness();
  const staff = useCalendars();
  const { move, moving } = useMoveAppointment();
  const from = wallOfInstant(appointment.start, timeZone);
  const [date, setDate] = useState(wallDate(from));
  const [time, setTime] = useState(formatClock(wallMinute(from)));
  const [staffId, setStaffId] = useState(appointment.staff.id);
  const [notify, setNotify] = useState(true);
  const minute = minuteOfClock(time);
  const start = minute === null ? null : instantOfWall(wallAt(date, minute), timeZone);
  const changed = start !== null && (start !== appointment.start || staffId !== appointment.staff.id);
  useEffect(() => onDirty(changed), [changed, onDirty]);

  const submit = async () => {
    if (start && (await move(appointment, { id: appointment.id, start, staffId, notify }))) onDone();
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FieldRow>
        <DateInput
          label="Date"
          value={date}
          onChange={(next) => next && setDate(next)}
          valueFormat={dateFormat(locale)}
          data-autofocus
        />
        <TextInput
          label="Time"
          type="time"
          step={300}
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      </FieldRow>
      <Select
        label="Staff"
        value={staffId}
        onChange={(id) => id && setStaffId(id)}
        data={staff.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {start && changed ? (
        <OverrulingWarning
          serviceId={appointment.service.id}
          staffId={staffId}
          start={start}
          ignoreAppointmentId={appointment.id}
        />
      ) : null}
      <Switch
        label="Tell the customer by e-mail"
        checked={notify}
        onChange={(event) => setNotify(event.currentTarget.checked)}
        disabled={!appointment.customer.email}
      />
      {appointment.status === "pending" ? (
        <Alert color="yellow" icon={<Icon name="clock" />}>
          This appointment still waits for approval.
        </Alert>
      ) : null}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onDone}>
          Back
        </Button>
        <Button type="submit" loading={moving} disabled={!changed}>
          {start && changed ? `Move to ${formatDayTime(start, timeZone, locale)}` : "Move"}
        </Button>
      </div>
    </form>
  );
}
