"use client";

import { Button, Skeleton, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { formatMoney } from "#kernel/money.ts";
import type { ReadCustomerOutput } from "#modules/customers/schema.ts";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { failureOf, trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useDrawers } from "#ui/dashboard/frame/drawers.ts";
import { EditDrawer, SaveBar } from "#ui/dashboard/parts/edit-drawer.tsx";
import { FieldRow, FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import { CustomerVisits } from "./customer-visits.tsx";
import classes from "./customers.module.css";

type Props = { id: string | null; onClose: () => void };

/** A customer's record; `new` is an empty one. */
export function CustomerDrawer({ id, onClose }: Props) {
  const [shown, setShown] = useState(id);
  if (id !== null && id !== shown) setShown(id);
  const isNew = shown === "new";
  const query = trpc.customers.read.useQuery({ id: shown ?? "" }, { enabled: shown !== null && !isNew });
  if (isNew || query.data) {
    const customer = isNew ? null : (query.data ?? null);
    return <CustomerForm key={shown} customer={customer} opened={id !== null} onClose={onClose} />;
  }
  return (
    <EditDrawer opened={id !== null} onClose={onClose} title="Customer">
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton height={200} />
      )}
    </EditDrawer>
  );
}

type FormProps = { customer: ReadCustomerOutput | null; opened: boolean; onClose: () => void };

function CustomerForm({ customer, opened, onClose }: FormProps) {
  const utils = trpc.useUtils();
  const form = useForm({
    initialValues: {
      name: customer?.name ?? "",
      email: customer?.email ?? "",
      phone: customer?.phone ?? "",
      notes: customer?.notes ?? "",
    },
  });
  const mutation = trpc.customers.save.useMutation({
    onSuccess: () => {
      tell(customer ? "Customer saved" : "Customer added");
      form.resetDirty();
      void utils.customers.invalidate();
      void utils.appointments.invalidate();
      if (!customer) onClose();
    },
    onError: (error) => {
      const { fields } = failureOf(error);
      if (Object.keys(fields).length > 0) form.setErrors(fields);
      else tellFailure(error, "Not saved");
    },
  });
  const dirty = form.isDirty();
  return (
    <EditDrawer
      opened={opened}
      onClose={onClose}
      dirty={dirty}
      title={customer?.name ?? "New customer"}
      onSubmit={form.onSubmit((values) => mutation.mutate({ id: customer?.id, ...values }))}
      footer={<SaveBar dirty={dirty} saving={mutation.isPending} onCancel={onClose} isNew={!customer} />}
    >
      {customer ? <Statistics customer={customer} /> : null}
      <FormSection title="Contact">
        <TextInput label="Name" {...form.getInputProps("name")} />
        <FieldRow>
          <TextInput label="E-mail" type="email" {...form.getInputProps("email")} />
          <TextInput label="Phone" type="tel" {...form.getInputProps("phone")} />
        </FieldRow>
        <Textarea
          label="Notes for the team"
          description="Customers never see them."
          autosize
          minRows={2}
          {...form.getInputProps("notes")}
        />
      </FormSection>
      {customer ? <CustomerVisits appointments={customer.appointments} /> : null}
    </EditDrawer>
  );
}

function Statistics({ customer }: { customer: ReadCustomerOutput }) {
  const { currency, locale } = useBusiness();
  const { openBooking } = useDrawers();
  const { visits, noShows, cancellations, spentMinor } = customer.statistics;
  const figures = [
    { name: "Visits", value: String(visits) },
    { name: "Spent", value: formatMoney(spentMinor, currency, locale) },
    { name: "No-shows", value: String(noShows) },
    { name: "Cancelled", value: String(cancellations) },
  ];
  return (
    <div className={classes.summary}>
      <dl className={classes.figures}>
        {figures.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Button
        variant="default"
        fullWidth
        onClick={() => openBooking({ customer: { id: customer.id, name: customer.name } })}
      >
        Book an appointment
      </Button>
    </div>
  );
}
