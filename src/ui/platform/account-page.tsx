"use client";

import { trpc } from "#ui/dashboard/data/trpc.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { PasswordForm } from "#ui/dashboard/settings/password-form.tsx";
import { SecondStep } from "#ui/dashboard/settings/second-step.tsx";
import { Sessions } from "#ui/dashboard/settings/sessions.tsx";

/** The admin's own login: who runs an installation need not belong to a business of it. */
export function AccountPage() {
  const hasPassword = trpc.secondFactors.read.useQuery().data?.hasPassword ?? true;
  return (
    <Page title="Your account" wide={false}>
      <FormSection level={2} title="Password">
        <PasswordForm hasPassword={hasPassword} />
      </FormSection>
      <SecondStep />
      <Sessions />
    </Page>
  );
}
