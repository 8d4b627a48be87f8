"use client";

import { NativeSelect } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { fontNames, fonts } from "#modules/branding/rules/fonts.ts";
import { PictureField } from "#ui/dashboard/pictures/picture-field.tsx";
import { AccentField } from "./accent-field.tsx";
import type { LookValues } from "./look-values.ts";

const choices = [
  { value: "", label: "The reader’s own, fastest" },
  ...fontNames.map((name) => ({ value: name, label: fonts[name].label })),
];

/** Colour, logo and font: what every business can choose. */
export function LookFields({ form }: { form: UseFormReturnType<LookValues> }) {
  return (
    <>
      <AccentField {...form.getInputProps("accentColor")} value={form.getValues().accentColor} />
      <PictureField
        label="Logo"
        description="Square if you have one; PNG keeps it see-through."
        purpose="logo"
        {...form.getInputProps("logoUrl")}
        value={form.getValues().logoUrl}
      />
      <NativeSelect label="Font" data={choices} {...form.getInputProps("font")} />
    </>
  );
}
