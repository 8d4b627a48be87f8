"use client";

import { Alert, NumberInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { serviceWarnings } from "#modules/catalog/rules/service-warnings.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useStaff } from "#ui/dashboard/data/use-catalog.ts";
import { ChoiceList } from "#ui/dashboard/parts/choice-list.tsx";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { RequirementLines } from "./requirement-lines.tsx";
import { ServiceAssignment } from "./service-assignment.tsx";
import type { ServiceValues } from "./service-values.ts";

type Props = { form: UseFormReturnType<ServiceValues> };

/** Who performs it, where, and what a visit takes. */
export function ServiceNeeds({ form }: Props) {
  const { kind, staffIds } = form.values;
  return (
    <>
      <Who form={form} />
      <FormSection title="Who and what it takes">
        {kind === "class" ? null : <StaffNeeded form={form} />}
        <RequirementLines form={form} />
      </FormSection>
      {kind === "individual" && staffIds.length > 1 ? <ServiceAssignment form={form} /> : null}
    </>
  );
}

function Who({ form }: Props) {
  const staff = useStaff();
  const { locations } = useBusiness();
  return (
    <>
      <FormSection title="Who performs it">
        <ChoiceList
          label="Staff"
          choices={staff.map(({ id, name, title, photoUrl, color }) => ({
            id,
            name,
            detail: title,
            photoUrl,
            color,
          }))}
          {...form.getInputProps("staffIds")}
        />
      </FormSection>
      {locations.length > 1 ? (
        <FormSection title="Where it is offered" description="None chosen: at every location.">
          <ChoiceList
            label="Locations"
            choices={locations.map(({ id, name, city }) => ({ id, name, detail: city }))}
            {...form.getInputProps("locationIds")}
          />
        </FormSection>
      ) : null}
    </>
  );
}

function StaffNeeded({ form }: Props) {
  const { kind, staffIds, staffNeeded } = form.values;
  const warnings = serviceWarnings({ kind, staffIds, staffNeeded: Number(staffNeeded) });
  return (
    <div>
      <NumberInput
        label="Staff members at once"
        description="All of them are busy for the whole visit."
        min={1}
        max={10}
        allowDecimal={false}
        {...form.getInputProps("staffNeeded")}
      />
      <div role="status">
        {warnings.map((warning) => (
          <Alert key={warning} color="yellow" icon={<Icon name="warning" />} mt={12}>
            {warning}
          </Alert>
        ))}
      </div>
    </div>
  );
}
