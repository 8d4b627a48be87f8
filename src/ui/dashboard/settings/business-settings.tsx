"use client";

import { NativeSelect, Select, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { currencyChoices, zoneChoices } from "#ui/dashboard/parts/currency.ts";
import { FieldRow, FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { PictureField } from "#ui/dashboard/pictures/picture-field.tsx";
import { PictureList } from "#ui/dashboard/pictures/picture-list.tsx";
import { localeChoices } from "./locale-choices.ts";
import { SaveFoot } from "./save-foot.tsx";
import { useBusinessForm } from "./use-business-form.ts";

const kinds = [
  { value: "salon", label: "Salon" },
  { value: "clinic", label: "Clinic or practice" },
  { value: "studio", label: "Studio" },
  { value: "consultant", label: "Consultant" },
  { value: "tutor", label: "Tutor" },
  { value: "other", label: "Something else" },
];

/** What is wrong with a list, or with the first of its parts that is wrong. */
function firstErrorOf(errors: Record<string, ReactNode>, list: string): ReactNode {
  const key = Object.keys(errors).find((name) => name === list || name.startsWith(`${list}.`));
  return key ? errors[key] : undefined;
}

/** Who the business is, and how its dates and prices are written. */
export function BusinessSettings() {
  const business = useBusiness();
  const { form, dirty, saving, save } = useBusinessForm({
    name: business.name,
    kind: business.kind as string,
    tagline: business.tagline ?? "",
    description: business.description ?? "",
    photoUrl: business.photoUrl ?? "",
    photoUrls: business.photoUrls,
    email: business.email ?? "",
    phone: business.phone ?? "",
    website: business.website ?? "",
    timeZone: business.timeZone,
    currency: business.currency,
    locale: business.locale,
  });
  return (
    <form onSubmit={save} noValidate>
      <FormSection level={2} title="The business">
        <FieldRow>
          <TextInput label="Name" {...form.getInputProps("name")} />
          <NativeSelect label="Trade" data={kinds} {...form.getInputProps("kind")} />
        </FieldRow>
        <TextInput
          label="Tagline"
          description="One line under the name."
          {...form.getInputProps("tagline")}
        />
        <Textarea label="Description" autosize minRows={3} {...form.getInputProps("description")} />
        <PictureField
          label="Main picture"
          description="Large at the top of your page, and where somebody shares its link."
          purpose="photo"
          {...form.getInputProps("photoUrl")}
        />
        <PictureList
          label="More pictures"
          description="Up to 12, in this order, on your page."
          most={12}
          {...form.getInputProps("photoUrls")}
          error={firstErrorOf(form.errors, "photoUrls")}
        />
      </FormSection>
      <FormSection
        level={2}
        title="Contact"
        description="Customers see it on the booking page and in e-mails."
      >
        <FieldRow>
          <TextInput label="E-mail" type="email" {...form.getInputProps("email")} />
          <TextInput label="Phone" type="tel" {...form.getInputProps("phone")} />
        </FieldRow>
        <TextInput label="Website" type="url" placeholder="https://" {...form.getInputProps("website")} />
      </FormSection>
      <FormSection level={2} title="Region">
        <Select
          label="Time zone"
          description="The dashboard and e-mails to the team follow its clocks."
          searchable
          limit={80}
          data={zoneChoices()}
          {...form.getInputProps("timeZone")}
        />
        <FieldRow>
          <Select
            label="Currency"
            searchable
            limit={80}
            data={currencyChoices(business.locale)}
            {...form.getInputProps("currency")}
          />
          <Select
            label="Dates and prices as in"
            data={localeChoices(business.locale)}
            {...form.getInputProps("locale")}
          />
        </FieldRow>
      </FormSection>
      <SaveFoot dirty={dirty} saving={saving} />
    </form>
  );
}
