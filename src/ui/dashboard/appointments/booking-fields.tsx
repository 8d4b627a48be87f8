"use client";

import { Select, Switch, Textarea, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import type { UseFormReturnType } from "@mantine/form";
import { formatMoney } from "#kernel/money.ts";
import type { Service } from "#modules/catalog/schema.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useCalendars, useServices } from "#ui/dashboard/data/use-catalog.ts";
import { dateFormat } from "#ui/dashboard/parts/date-format.ts";
import { FieldRow, FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { durationWords } from "#ui/dashboard/parts/span-of-time.ts";
import { type BookingValues, locationFor } from "./booking-values.ts";
import { CustomerPicker } from "./customer-picker.tsx";
import { OverrulingWarning } from "./overruling-warning.tsx";

export type BookingForm = UseFormReturnType<BookingValues>;

export function BookingFields({ form, instant }: { form: BookingForm; instant: string | null }) {
  const { serviceId, staffId } = form.values;
  const { locale } = useBusiness();
  return (
    <>
      <FormSection title="Who comes">
        <CustomerPicker form={form} />
      </FormSection>
      <FormSection title="What and when">
        <ServiceAndStaff form={form} />
        <FieldRow>
          <DateInput
            label="Date"
            valueFormat={dateFormat(locale)}
            {...form.getInputProps("date")}
            onChange={(date) => date && form.setFieldValue("date", date)}
          />
          <TextInput label="Time" type="time" step={300} {...form.getInputProps("time")} />
        </FieldRow>
        {instant && serviceId && staffId ? (
          <OverrulingWarning serviceId={serviceId} staffId={staffId} start={instant} />
        ) : null}
      </FormSection>
      <FormSection title="Notes">
        <Textarea label="Note from the customer" autosize minRows={2} {...form.getInputProps("notes")} />
        <Textarea
          label="Note for the team"
          description="Customers never see it."
          autosize
          minRows={2}
          {...form.getInputProps("internalNotes")}
        />
        <Switch
          label="Send the confirmation by e-mail"
          {...form.getInputProps("notify", { type: "checkbox" })}
        />
      </FormSection>
    </>
  );
}

function ServiceAndStaff({ form }: { form: BookingForm }) {
  const { locations, currency, locale } = useBusiness();
  const services = useServices();
  const staff = useCalendars();
  const service = services.find(({ id }) => id === form.values.serviceId);
  const performers = staff.filter(({ id }) => service?.staffIds.includes(id));
  const places = staff.find(({ id }) => id === form.values.staffId)?.locationIds ?? [];
  const chooseService = (id: string | null) => {
    const next = services.find((one) => one.id === id);
    if (!next) return;
    form.setFieldValue("serviceId", next.id);
    if (!next.staffIds.includes(form.values.staffId)) chooseStaff(next.staffIds[0] ?? "");
  };
  const chooseStaff = (id: string | null) => {
    form.setFieldValue("staffId", id ?? "");
    form.setFieldValue("locationId", locationFor(id ?? "", staff));
  };
  return (
    <>
      <Select
        label="Service"
        searchable
        {...form.getInputProps("serviceId")}
        onChange={chooseService}
        data={services.map((one) => ({ value: one.id, label: serviceWords(one, currency, locale) }))}
      />
      <FieldRow>
        <Select
          label="With"
          {...form.getInputProps("staffId")}
          onChange={chooseStaff}
          data={performers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {places.length > 1 ? (
          <Select
            label="At"
            {...form.getInputProps("locationId")}
            data={locations
              .filter(({ id }) => places.includes(id))
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
      </FieldRow>
    </>
  );
}

function serviceWords({ name, durationMin, priceMinor }: Service, currency: string, locale: string): string {
  return `${name} · ${durationWords(durationMin)} · ${formatMoney(priceMinor, currency, locale)}`;
}
