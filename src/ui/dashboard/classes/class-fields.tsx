"use client";

import { NumberInput, Select, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useStaff } from "#ui/dashboard/data/use-catalog.ts";
import { FieldRow, FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { type ClassTerms, choicesFor } from "./class-values.ts";
import { useClassServices } from "./use-classes.ts";

type Props = {
  values: ClassTerms;
  errors: Partial<Record<string, ReactNode>>;
  onEdit: (part: Partial<ClassTerms>) => void;
  /** What is there stays the class that it is. */
  isNew: boolean;
  /** When it is, between the people and the seats. */
  children: ReactNode;
};

/** What a class is, who gives it, where, when, and for how many. */
export function ClassFields({ values, errors, onEdit, isNew, children }: Props) {
  return (
    <>
      <FormSection title={isNew ? "What and who" : "Who"}>
        <WhoAndWhere values={values} errors={errors} onEdit={onEdit} isNew={isNew} />
      </FormSection>
      <FormSection title="When">{children}</FormSection>
      <FormSection title="Seats">
        <Seats values={values} errors={errors} onEdit={onEdit} />
      </FormSection>
    </>
  );
}

function WhoAndWhere({ values, errors, onEdit, isNew }: Omit<Props, "children">) {
  const { locations } = useBusiness();
  const services = useClassServices();
  const staff = useStaff();
  const service = services.find(({ id }) => id === values.serviceId);
  const places = staff.find(({ id }) => id === values.staffId)?.locationIds ?? [];
  const chooseService = (id: string | null) => {
    const next = services.find((one) => one.id === id);
    if (!next) return;
    const keeps = next.staffIds.includes(values.staffId);
    onEdit({ serviceId: next.id, ...(keeps ? {} : choicesFor(next, staff)) });
  };
  const chooseStaff = (id: string | null) => {
    const there = staff.find((one) => one.id === id)?.locationIds ?? [];
    const keeps = there.includes(values.locationId);
    onEdit({ staffId: id ?? "", ...(keeps ? {} : { locationId: there[0] ?? "" }) });
  };
  return (
    <>
      {isNew ? (
        <Select
          label="Class"
          data={services.map(({ id, name }) => ({ value: id, label: name }))}
          value={values.serviceId}
          onChange={chooseService}
          error={errors.serviceId}
          allowDeselect={false}
        />
      ) : null}
      <FieldRow>
        <Select
          label="With"
          data={staff
            .filter(({ id }) => service?.staffIds.includes(id))
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={values.staffId}
          onChange={chooseStaff}
          error={errors.staffId}
          allowDeselect={false}
        />
        <Select
          label="At"
          data={locations
            .filter(({ id }) => places.includes(id))
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={values.locationId}
          onChange={(id) => onEdit({ locationId: id ?? "" })}
          error={errors.locationId}
          allowDeselect={false}
        />
      </FieldRow>
    </>
  );
}

function Seats({ values, errors, onEdit }: Pick<Props, "values" | "errors" | "onEdit">) {
  const usual = useClassServices().find(({ id }) => id === values.serviceId)?.capacity;
  return (
    <NumberInput
      label="How many"
      placeholder={usual === undefined ? undefined : `${usual}, as the service has`}
      min={1}
      max={1000}
      allowDecimal={false}
      value={values.capacity ?? ""}
      onChange={(next) => onEdit({ capacity: next === "" ? null : Number(next) })}
      error={errors.capacity}
    />
  );
}

/** Wall time of the place. */
export function StartField({ values, errors, onEdit }: Pick<Props, "values" | "errors" | "onEdit">) {
  return (
    <TextInput
      label="Starts at"
      type="time"
      step={300}
      value={values.time}
      onChange={(event) => onEdit({ time: event.target.value })}
      error={errors.time ?? errors.startMinute}
    />
  );
}
