"use client";

import { useForm } from "@mantine/form";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { type Inputs, trpc } from "#ui/dashboard/data/trpc.ts";
import { useLinkGuard } from "#ui/dashboard/parts/leave-guard.tsx";

type Update = Inputs["business"]["update"];

/** A form over some of the business's settings; saving changes those alone, and leaving with changes asks. */
export function useBusinessForm<Values extends Record<string, string | number | string[]>>(
  initialValues: Values,
) {
  const form = useForm<Values>({ initialValues });
  const utils = trpc.useUtils();
  const mutation = trpc.business.update.useMutation({
    onSuccess: (business) => {
      utils.business.read.setData(undefined, business);
      form.resetDirty();
      tell("Saved. The booking page follows at once.");
    },
    onError: (error) => showFailure(error, form.setErrors),
    onSettled: () => utils.business.invalidate(),
  });
  const dirty = form.isDirty();
  useLinkGuard(dirty);
  return {
    form,
    dirty,
    saving: mutation.isPending,
    save: form.onSubmit((values) => mutation.mutate(values as Update)),
  };
}
