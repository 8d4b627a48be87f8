"use client";

import { Select, Switch, TextInput } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { useLayoutEffect } from "react";
import type { Location } from "#modules/tenants/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { ArchiveSection } from "#ui/dashboard/parts/archive-section.tsx";
import { zoneChoices } from "#ui/dashboard/parts/currency.ts";
import { DrawerForm, SaveBar } from "#ui/dashboard/parts/edit-drawer.tsx";
import { FieldRow, FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { countryChoices } from "./countries.ts";
import { type LocationValues, locationValues } from "./location-values.ts";

type Props = { place: Location | null; onClose: () => void; onDirty: (dirty: boolean) => void };

export function AddressForm({ place, onClose, onDirty }: Props) {
  const mayManage = useMay("business.write");
  const { timeZone } = useBusiness();
  const form = useForm<LocationValues>({ initialValues: locationValues(place, timeZone) });
  const utils = trpc.useUtils();
  const mutation = trpc.locations.save.useMutation({
    onSuccess: () => {
      tell(place ? "Location saved" : "Location added");
      form.resetDirty();
      if (!place) onClose();
    },
    onError: (error) => showFailure(error, form.setErrors),
    onSettled: () => Promise.all([utils.locations.invalidate(), utils.business.invalidate()]),
  });
  const dirty = form.isDirty();
  useLayoutEffect(() => onDirty(dirty), [dirty, onDirty]);
  return (
    <DrawerForm
      onSubmit={form.onSubmit((values) => mutation.mutate({ id: place?.id, ...values }))}
      footer={
        mayManage ? (
          <SaveBar dirty={dirty} saving={mutation.isPending} onCancel={onClose} isNew={!place} />
        ) : undefined
      }
    >
      <Address form={form} />
      <FormSection title="Contact and time">
        <FieldRow>
          <TextInput label="Phone" type="tel" {...form.getInputProps("phone")} />
          <TextInput label="E-mail" type="email" {...form.getInputProps("email")} />
        </FieldRow>
        <Select
          label="Time zone"
          description="Hours and appointments here follow its clocks."
          searchable
          limit={80}
          data={zoneChoices()}
          {...form.getInputProps("timeZone")}
        />
        {place?.isPrimary ? null : (
          <Switch label="Main location" {...form.getInputProps("isPrimary", { type: "checkbox" })} />
        )}
      </FormSection>
      {place && mayManage ? <ArchiveLocation place={place} onDone={onClose} /> : null}
    </DrawerForm>
  );
}

function Address({ form }: { form: UseFormReturnType<LocationValues> }) {
  const { locale } = useBusiness();
  return (
    <FormSection title="Address">
      <TextInput label="Name" placeholder="Downtown" {...form.getInputProps("name")} />
      <TextInput label="Street" {...form.getInputProps("addressLine1")} />
      <TextInput label="Floor, building" {...form.getInputProps("addressLine2")} />
      <FieldRow>
        <TextInput label="Postal code" {...form.getInputProps("postalCode")} />
        <TextInput label="City" {...form.getInputProps("city")} />
      </FieldRow>
      <FieldRow>
        <TextInput label="Region or state" {...form.getInputProps("region")} />
        <Select
          label="Country"
          searchable
          clearable
          limit={80}
          data={countryChoices(locale)}
          {...form.getInputProps("country")}
          onChange={(code) => form.setFieldValue("country", code ?? "")}
        />
      </FieldRow>
    </FormSection>
  );
}

function ArchiveLocation({ place, onDone }: { place: Location; onDone: () => void }) {
  const utils = trpc.useUtils();
  const archive = trpc.locations.archive.useMutation({
    onSuccess: () => {
      tell(`${place.name} archived`);
      onDone();
    },
    onError: (error) => tellFailure(error, "Not archived"),
    onSettled: () => Promise.all([utils.locations.invalidate(), utils.business.invalidate()]),
  });
  return (
    <ArchiveSection
      name={place.name}
      kind="location"
      archived={false}
      title="Moved out?"
      description="Past appointments are kept."
      consequence="Nobody can book there any more. Appointments that are booked stay as they are."
      archive={{ ...archive, mutate: () => archive.mutate({ id: place.id }) }}
    />
  );
}
