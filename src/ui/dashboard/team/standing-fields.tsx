"use client";

import { Radio, Stack } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { rightsOf } from "#modules/accounts/rules/rights.ts";
import { type GivenRole, givenRoles } from "#modules/team/rules/permissions.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { type MemberValues, roleDetails, roleNames } from "./member-values.ts";
import { PermissionList } from "./permission-list.tsx";

/** Role and permissions; another role begins with its own permissions. */
export function StandingFields({ form }: { form: UseFormReturnType<MemberValues> }) {
  const { role, allowed } = form.values;
  const chooseRole = (next: string) =>
    form.setValues({ role: next as GivenRole, allowed: [...rightsOf[next as GivenRole]] });
  return (
    <>
      <FormSection title="Role">
        <Radio.Group aria-label="Role" value={role} onChange={chooseRole}>
          <Stack gap={12}>
            {givenRoles.map((name) => (
              <Radio key={name} value={name} label={roleNames[name]} description={roleDetails[name]} />
            ))}
          </Stack>
        </Radio.Group>
      </FormSection>
      <FormSection
        title="What they may do"
        description="Everybody in the team can look at the business’s services, staff and hours."
      >
        <PermissionList
          role={role}
          allowed={allowed}
          onChange={(next) => form.setFieldValue("allowed", next)}
        />
      </FormSection>
    </>
  );
}
