"use client";

import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useLayoutEffect } from "react";
import type { Resource } from "#modules/catalog/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { DrawerForm, SaveBar } from "#ui/dashboard/parts/edit-drawer.tsx";
import { FieldRow, FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { ArchiveResource } from "./archive-resource.tsx";
import { anywhere, kindWords, type ResourceValues, resourceValues, saveRequest } from "./resource-values.ts";

type Props = { resource: Resource | null; onClose: () => void; onDirty: (dirty: boolean) => void };

export function ResourceForm({ resource, onClose, onDirty }: Props) {
  const mayManage = useMay("catalog.write");
  const { locations } = useBusiness();
  const initialValues = resourceValues(
    resource,
    locations.map(({ id }) => id),
  );
  const form = useForm<ResourceValues>({ initialValues });
  const utils = trpc.useUtils();
  const mutation = trpc.resources.save.useMutation({
    onSuccess: () => {
      tell(resource ? "Resource saved" : "Resource added");
      form.resetDirty();
      if (!resource) onClose();
    },
    onError: (error) => showFailure(error, form.setErrors),
    onSettled: () => Promise.all([utils.resources.invalidate(), utils.availability.invalidate()]),
  });
  const dirty = form.isDirty();
  useLayoutEffect(() => onDirty(dirty), [dirty, onDirty]);
  return (
    <DrawerForm
      onSubmit={form.onSubmit((values) => mutation.mutate(saveRequest(resource?.id, values)))}
      footer={
        mayManage ? (
          <SaveBar dirty={dirty} saving={mutation.isPending} onCancel={onClose} isNew={!resource} />
        ) : undefined
      }
    >
      <FormSection title="What it is">
        <TextInput label="Name" placeholder="Treatment room" data-autofocus {...form.getInputProps("name")} />
        <FieldRow>
          <NativeSelect
            label="Kind"
            data={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps("kind")}
          />
          <NumberInput
            label="How many alike"
            min={1}
            max={200}
            allowDecimal={false}
            {...form.getInputProps("units")}
          />
        </FieldRow>
        <NativeSelect
          label="Where"
          data={[
            { value: anywhere, label: locations.length > 1 ? "At any location" : "Anywhere" },
            ...locations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.getInputProps("locationId")}
        />
      </FormSection>
      {resource && mayManage ? <ArchiveResource resource={resource} onDone={onClose} /> : null}
    </DrawerForm>
  );
}
