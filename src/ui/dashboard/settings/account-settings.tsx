"use client";

import { useFrame } from "#ui/dashboard/data/frame-context.tsx";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { LeaveBusiness } from "#ui/dashboard/team/leave-business.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SecondStep } from "./second-step.tsx";
import { Sessions } from "./sessions.tsx";

/** One's own login: password, second step, and the browsers that are signed in. */
export function AccountSettings() {
  const { member } = useFrame();
  return (
    <>
      <FormSection level={2} title={member.name} description={member.email} />
      <FormSection level={2} title="Password" description="Changing it signs out every other browser.">
        <PasswordForm />
      </FormSection>
      <SecondStep />
      <Sessions />
      <LeaveBusiness />
    </>
  );
}
