"use client";

import { NativeSelect, NumberInput, Switch, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useStaff } from "#ui/dashboard/data/use-catalog.ts";
import { ChoiceList } from "#ui/dashboard/parts/choice-list.tsx";
import { FieldRow, FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { MoneyInput } from "#ui/dashboard/parts/money-input.tsx";
import { SpanInput } from "#ui/dashboard/parts/span-input.tsx";
import { spanWords } from "#ui/dashboard/parts/span-of-time.ts";
import { CategoryField } from "./category-field.tsx";
import type { ServiceValues } from "./service-values.ts";

type Props = { form: UseFormReturnType<ServiceValues> };

export function ServiceFields({ form }: Props) {
  return (
    <>
      <What form={form} />
      <Times form={form} />
      <Rules form={form} />
      <Who form={form} />
    </>
  );
}

function What({ form }: Props) {
  const { currency, locale } = useBusiness();
  return (
    <FormSection title="What it is">
      <TextInput label="Name" data-autofocus {...form.getInputProps("name")} />
      <Textarea
        label="Description"
        description="One or two lines that customers read under the name."
        autosize
        minRows={2}
        {...form.getInputProps("description")}
      />
      <CategoryField form={form} />
      <FieldRow>
        <MoneyInput label="Price" currency={currency} locale={locale} {...form.getInputProps("priceMinor")} />
        <NativeSelect
          label="Price counts"
          data={[
            { value: "fixed", label: "the visit" },
            { value: "per_hour", label: "an hour" },
            { value: "per_person", label: "a person" },
          ]}
          {...form.getInputProps("priceKind")}
        />
      </FieldRow>
    </FormSection>
  );
}

function Times({ form }: Props) {
  return (
    <FormSection title="How long it takes">
      <FieldRow>
        <NumberInput
          label="Duration"
          suffix=" min"
          min={5}
          max={1440}
          step={5}
          {...form.getInputProps("durationMin")}
        />
        <NumberInput
          label="Offer a start every"
          suffix=" min"
          min={5}
          max={1440}
          step={5}
          {...form.getInputProps("slotIntervalMin")}
        />
      </FieldRow>
      <FieldRow>
        <NumberInput
          label="Free before"
          suffix=" min"
          min={0}
          max={720}
          step={5}
          {...form.getInputProps("bufferBeforeMin")}
        />
        <NumberInput
          label="Free after"
          suffix=" min"
          min={0}
          max={720}
          step={5}
          {...form.getInputProps("bufferAfterMin")}
        />
      </FieldRow>
    </FormSection>
  );
}

function Rules({ form }: Props) {
  const { noticeMin, horizonDays } = useBusiness();
  return (
    <FormSection title="How it is booked">
      <Switch
        label="Customers can book it themselves"
        {...form.getInputProps("online", { type: "checkbox" })}
      />
      <Switch
        label="Each booking waits for your approval"
        {...form.getInputProps("requiresApproval", { type: "checkbox" })}
      />
      <SpanInput
        label="Book at least … ahead"
        description={`Empty: the business's setting, ${spanWords(noticeMin)}.`}
        {...form.getInputProps("noticeMin")}
      />
      <NumberInput
        label="Book at most … days ahead"
        description={`Empty: the business's setting, ${horizonDays} days.`}
        min={1}
        max={730}
        suffix=" days"
        value={form.values.horizonDays ?? ""}
        onChange={(days) => form.setFieldValue("horizonDays", days === "" ? null : Number(days))}
        error={form.errors.horizonDays}
      />
    </FormSection>
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
