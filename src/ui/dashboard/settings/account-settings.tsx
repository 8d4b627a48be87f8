"use client";

import { useFrame } from "#ui/dashboard/data/frame-context.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { LeaveBusiness } from "#ui/dashboard/team/leave-business.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SecondStep } from "./second-step.tsx";
import { Sessions } from "./sessions.tsx";

/** One's own login: password, second step, and the browsers that are signed in. */
export function AccountSettings() {
  const { member } = useFrame();
  return member.fromSite ? <FromSite name={member.name} email={member.email} /> : <OwnAccount />;
}

/** Who came from a site is known to be in its team, and no more: the login is looked after where one signs in by oneself. */
function FromSite({ name, email }: { name: string; email: string }) {
  return (
    <>
      <FormSection level={2} title={name} description={email} />
      <FormSection
        level={2}
        title="Password, second step and browsers"
        description="You came here from your site, into this business alone. Sign out and sign in here by e-mail to see and change them."
      />
      <LeaveBusiness />
    </>
  );
}

function OwnAccount() {
  const { member } = useFrame();
  const hasPassword = trpc.secondFactors.read.useQuery().data?.hasPassword ?? true;
  return (
    <>
      <FormSection level={2} title={member.name} description={member.email} />
      <FormSection level={2} title="Password" description={passwordWords(hasPassword)}>
        <PasswordForm hasPassword={hasPassword} />
      </FormSection>
      <SecondStep />
      <Sessions />
      <LeaveBusiness />
    </>
  );
}

function passwordWords(hasPassword: boolean): string {
  if (hasPassword) return "Changing it signs out every other browser.";
  return "You sign in without one: by a link, by Google or by a passkey. You can have one too.";
}
