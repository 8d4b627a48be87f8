"use client";

import { Skeleton } from "@mantine/core";
import type { ReadLookOutput } from "#modules/branding/schema.ts";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { useLinkGuard } from "#ui/dashboard/parts/leave-guard.tsx";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import { SaveFoot } from "#ui/dashboard/settings/save-foot.tsx";
import classes from "./look.module.css";
import { LookFields } from "./look-fields.tsx";
import { LookPreview } from "./look-preview.tsx";
import { PlanFields } from "./plan-fields.tsx";
import { useLookForm } from "./use-look-form.ts";

/** How the booking pages and letters look, beside the page as it would be. */
export function LookSettings() {
  const query = trpc.branding.read.useQuery();
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={480} />;
  return <LookForm look={query.data} />;
}

function LookForm({ look }: { look: ReadLookOutput }) {
  const { form, dirty, saving, save } = useLookForm(look, () =>
    tell("Saved. The booking page follows at once."),
  );
  useLinkGuard(dirty);
  return (
    <form onSubmit={form.onSubmit(save)} noValidate>
      <div className={classes.columns}>
        <div>
          <FormSection level={2} title="Look of your pages">
            <LookFields form={form} />
          </FormSection>
          <FormSection level={2} title="Your own brand alone">
            <PlanFields form={form} look={look} />
          </FormSection>
        </div>
        <LookPreview look={form.getValues()} />
      </div>
      <SaveFoot dirty={dirty} saving={saving} />
    </form>
  );
}
