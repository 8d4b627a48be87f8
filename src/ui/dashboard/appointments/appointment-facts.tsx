"use client";

import { Alert, Anchor, Button } from "@mantine/core";
import type { ReactNode } from "react";
import { formatMoney } from "#kernel/money.ts";
import { formatDayTime, zoneCity } from "#kernel/time/format-time.ts";
import type { AppointmentView } from "#modules/appointments/schema.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useDrawers } from "#ui/dashboard/frame/drawers.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { Icon, type IconName } from "#ui/dashboard/parts/icons.tsx";
import { durationWords } from "#ui/dashboard/parts/span-of-time.ts";
import classes from "./appointment.module.css";
import type { DrawerPart } from "./drawer-part.ts";
import { History } from "./history.tsx";

type Props = { appointment: AppointmentView; onShow: (part: DrawerPart) => void };

export function AppointmentFacts({ appointment, onShow }: Props) {
  return (
    <>
      {appointment.conflict ? (
        <Alert color="yellow" icon={<Icon name="warning" />} title="Two visits meet">
          {appointment.conflict} Move one of them.
        </Alert>
      ) : null}
      <Visit appointment={appointment} />
      <Notes appointment={appointment} onShow={onShow} />
      <Contact appointment={appointment} />
      <FormSection title="History">
        <History id={appointment.id} />
      </FormSection>
    </>
  );
}

function Visit({ appointment }: { appointment: AppointmentView }) {
  const { locale, timeZone, locations } = useBusiness();
  const { service, location, start, end, priceMinor, currency, code, customerTimeZone } = appointment;
  const people = [appointment.staff, ...appointment.withStaff].map(({ name }) => name);
  const minutes = (Date.parse(end) - Date.parse(start)) / 60_000;
  const elsewhere = customerTimeZone && customerTimeZone !== timeZone ? customerTimeZone : null;
  return (
    <dl className={classes.facts}>
      {elsewhere ? (
        <Fact icon="clock" name="The customer's time">
          {formatDayTime(start, elsewhere, locale)} for the customer ({zoneCity(elsewhere)})
        </Fact>
      ) : null}
      <Fact icon="tag" name="Service">
        {service.name}
        <span className={classes.quiet}>
          {durationWords(minutes)} · {formatMoney(priceMinor, currency, locale)}
        </span>
      </Fact>
      <Fact icon="badge" name="With">
        {people.join(", ")}
      </Fact>
      {appointment.resources.length > 0 ? (
        <Fact icon="room" name="Takes">
          {appointment.resources.map(({ name, unit }) => (unit ? `${name} ${unit}` : name)).join(", ")}
        </Fact>
      ) : null}
      {locations.length > 1 ? (
        <Fact icon="pin" name="At">
          {location.name}
        </Fact>
      ) : null}
      <Fact icon="check" name="Confirmation code">
        <span className={classes.code}>{code}</span>
      </Fact>
    </dl>
  );
}

function Fact({ icon, name, children }: { icon: IconName; name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>
        <Icon name={icon} />
        <span className={classes.hidden}>{name}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Notes({ appointment, onShow }: Props) {
  const { notes, internalNotes, cancelReason, cancelledAt } = appointment;
  const { timeZone, locale } = useBusiness();
  return (
    <FormSection
      title="Notes"
      action={
        <Button size="compact-sm" variant="subtle" onClick={() => onShow("details")}>
          Edit
        </Button>
      }
    >
      {cancelledAt ? (
        <p className={classes.note}>
          <strong>Cancelled {formatDayTime(cancelledAt, timeZone, locale)}</strong>
          {cancelReason ? `: ${cancelReason}` : ""}
        </p>
      ) : null}
      {notes ? (
        <p className={classes.note}>
          <strong>From the customer</strong>
          {notes}
        </p>
      ) : null}
      {internalNotes ? (
        <p className={classes.note}>
          <strong>For the team</strong>
          {internalNotes}
        </p>
      ) : null}
      {notes || internalNotes || cancelledAt ? null : <p className={classes.quiet}>None yet.</p>}
    </FormSection>
  );
}

function Contact({ appointment }: { appointment: AppointmentView }) {
  const { customer } = appointment;
  const { openCustomer } = useDrawers();
  return (
    <FormSection
      title="Customer"
      action={
        <Button size="compact-sm" variant="subtle" onClick={() => openCustomer(customer.id)}>
          Open record
        </Button>
      }
    >
      <dl className={classes.facts}>
        <Fact icon="user" name="Name">
          {customer.name}
        </Fact>
        {customer.phone ? (
          <Fact icon="phone" name="Phone">
            <Anchor href={`tel:${customer.phone}`}>{customer.phone}</Anchor>
          </Fact>
        ) : null}
        {customer.email ? (
          <Fact icon="mail" name="E-mail">
            <Anchor href={`mailto:${customer.email}`}>{customer.email}</Anchor>
          </Fact>
        ) : null}
      </dl>
    </FormSection>
  );
}
