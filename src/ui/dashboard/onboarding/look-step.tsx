"use client";

import { Skeleton } from "@mantine/core";
import type { ReadLookOutput } from "#modules/branding/schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { LookFields } from "#ui/dashboard/look/look-fields.tsx";
import { LookPreview } from "#ui/dashboard/look/look-preview.tsx";
import { useLookForm } from "#ui/dashboard/look/use-look-form.ts";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import type { StepProps } from "./setup-wizard.tsx";
import { StepForm } from "./step-form.tsx";

/** How the booking page looks, with the page itself below. */
export function LookStep(props: StepProps) {
  const query = trpc.branding.read.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY });
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={480} />;
  return <LookForm {...props} look={query.data} />;
}

function LookForm({ look, onDone, onBack }: StepProps & { look: ReadLookOutput }) {
  const { form, saving, save } = useLookForm(look, onDone);
  return (
    <StepForm
      title="How should it look?"
      saving={saving}
      onBack={onBack}
      onSubmit={form.onSubmit(save)}
      after={<LookPreview look={form.getValues()} />}
    >
      <LookFields form={form} />
    </StepForm>
  );
}
