"use client";

import { type UseFormReturnType, useForm } from "@mantine/form";
import type { ReadLookOutput } from "#modules/branding/schema.ts";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { changesOf, type LookValues, valuesOf } from "./look-values.ts";

type LookForm = {
  form: UseFormReturnType<LookValues>;
  dirty: boolean;
  saving: boolean;
  /** Saves what differs, and goes on; with nothing to save at once. */
  save: (values: LookValues) => void;
};

/** A form over the look of the business; saving changes what differs alone. */
export function useLookForm(look: ReadLookOutput, onSaved: () => void): LookForm {
  const stored = valuesOf(look);
  const form = useForm<LookValues>({ initialValues: stored });
  const utils = trpc.useUtils();
  const { mutate, isPending } = trpc.branding.save.useMutation({
    onSuccess: (saved) => {
      utils.branding.read.setData(undefined, saved);
      form.setInitialValues(valuesOf(saved));
      form.setValues(valuesOf(saved));
      onSaved();
    },
    onError: (error) => showFailure(error, form.setErrors),
    onSettled: () => utils.business.invalidate(),
  });
  const save = (values: LookValues) => {
    const changes = changesOf(values, stored);
    if (Object.keys(changes).length === 0) onSaved();
    else mutate(changes);
  };
  return {
    form,
    dirty: Object.keys(changesOf(form.getValues(), stored)).length > 0,
    saving: isPending,
    save,
  };
}
