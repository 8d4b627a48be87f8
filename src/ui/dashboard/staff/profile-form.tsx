"use client";

import { ColorInput, Textarea, TextInput } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { useLayoutEffect } from "react";
import type { StaffMember } from "#modules/staff/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useServices, useStaff } from "#ui/dashboard/data/use-catalog.ts";
import { ChoiceList } from "#ui/dashboard/parts/choice-list.tsx";
import { DrawerForm, SaveBar } from "#ui/dashboard/parts/edit-drawer.tsx";
import { FieldRow, FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { LimitInput } from "#ui/dashboard/parts/limit-input.tsx";
import { durationWords } from "#ui/dashboard/parts/span-of-time.ts";
import { PictureField } from "#ui/dashboard/pictures/picture-field.tsx";
import { ArchiveStaff } from "./archive-staff.tsx";
import { columnColors, type StaffValues, staffValues } from "./staff-values.ts";

type Props = { person: StaffMember | null; onClose: () => void; onDirty: (dirty: boolean) => void };

export function ProfileForm({ person, onClose, onDirty }: Props) {
  const mayManage = useMay("staff.write");
  const { locations } = useBusiness();
  const services = useServices();
  const usedColors = useStaff().map(({ color }) => color);
  const all = {
    serviceIds: services.map(({ id }) => id),
    locationIds: locations.map(({ id }) => id),
    usedColors,
  };
  const form = useForm<StaffValues>({ initialValues: staffValues(person, all) });
  const utils = trpc.useUtils();
  const mutation = trpc.staff.save.useMutation({
    onSuccess: () => {
      tell(person ? "Profile saved" : "Staff member added");
      form.resetDirty();
      if (!person) onClose();
    },
    onError: (error) => showFailure(error, form.setErrors),
    onSettled: () => Promise.all([utils.staff.invalidate(), utils.services.invalidate()]),
  });
  const dirty = form.isDirty();
  useLayoutEffect(() => onDirty(dirty), [dirty, onDirty]);
  return (
    <DrawerForm
      onSubmit={form.onSubmit((values) => mutation.mutate({ id: person?.id, ...values }))}
      footer={
        mayManage ? (
          <SaveBar dirty={dirty} saving={mutation.isPending} onCancel={onClose} isNew={!person} />
        ) : undefined
      }
    >
      <Profile form={form} />
      <FormSection title="Performs">
        <ChoiceList
          label="Services"
          choices={services.map(({ id, name, durationMin }) => ({
            id,
            name,
            detail: durationWords(durationMin),
          }))}
          {...form.getInputProps("serviceIds")}
        />
      </FormSection>
      {locations.length > 1 ? (
        <FormSection title="Works at">
          <ChoiceList
            label="Locations"
            choices={locations.map(({ id, name, city }) => ({ id, name, detail: city }))}
            {...form.getInputProps("locationIds")}
          />
        </FormSection>
      ) : null}
      <FormSection
        title="Limits"
        description="Customers are offered nothing more once it is reached. You can still book by hand."
      >
        <FieldRow>
          <LimitInput label="Most visits a day" {...form.getInputProps("maxPerDay")} />
          <LimitInput label="Most visits a week" {...form.getInputProps("maxPerWeek")} />
        </FieldRow>
      </FormSection>
      {person && mayManage ? <ArchiveStaff person={person} onDone={onClose} /> : null}
    </DrawerForm>
  );
}

function Profile({ form }: { form: UseFormReturnType<StaffValues> }) {
  return (
    <FormSection title="Profile">
      <TextInput label="Name" {...form.getInputProps("name")} />
      <FieldRow>
        <TextInput label="Title" placeholder="Senior stylist" {...form.getInputProps("title")} />
        <ColorInput
          label="Colour in the calendar"
          swatches={columnColors}
          swatchesPerRow={10}
          format="hex"
          eyeDropperButtonProps={{ "aria-label": "Pick a colour from the screen" }}
          {...form.getInputProps("color")}
        />
      </FieldRow>
      <Textarea
        label="About"
        description="Customers read it where they choose whom to see."
        autosize
        minRows={2}
        {...form.getInputProps("bio")}
      />
      <FieldRow>
        <TextInput label="E-mail" type="email" {...form.getInputProps("email")} />
        <TextInput label="Phone" type="tel" {...form.getInputProps("phone")} />
      </FieldRow>
      <PictureField
        label="Photo"
        description="Customers see it where they choose whom to see."
        purpose="portrait"
        {...form.getInputProps("photoUrl")}
      />
    </FormSection>
  );
}
