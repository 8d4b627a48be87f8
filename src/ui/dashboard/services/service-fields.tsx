"use client";

import { NativeSelect, NumberInput, Switch, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { FieldRow, FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { MoneyInput } from "#ui/dashboard/parts/money-input.tsx";
import { SpanInput } from "#ui/dashboard/parts/span-input.tsx";
import { spanWords } from "#ui/dashboard/parts/span-of-time.ts";
import { PictureField } from "#ui/dashboard/pictures/picture-field.tsx";
import { CategoryField } from "./category-field.tsx";
import { ServiceNeeds } from "./service-needs.tsx";
import { ServiceTimes } from "./service-times.tsx";
import type { ServiceValues } from "./service-values.ts";

type Props = { form: UseFormReturnType<ServiceValues> };

export function ServiceFields({ form }: Props) {
  return (
    <>
      <What form={form} />
      <ServiceTimes form={form} />
      <Rules form={form} />
      <ServiceNeeds form={form} />
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
      <PictureField
        label="Picture"
        description="Beside its name on your page."
        purpose="service"
        {...form.getInputProps("imageUrl")}
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
      <FieldRow>
        <NativeSelect
          label="Booked as"
          data={[
            { value: "individual", label: "a visit" },
            { value: "class", label: "a class" },
          ]}
          {...form.getInputProps("kind")}
        />
        {form.values.kind === "class" ? (
          <NumberInput
            label="Seats"
            min={1}
            max={1000}
            allowDecimal={false}
            {...form.getInputProps("capacity")}
          />
        ) : null}
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
