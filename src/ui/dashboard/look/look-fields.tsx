"use client";

import { Image, NativeSelect, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { fontNames, fonts } from "#modules/branding/rules/fonts.ts";
import { AccentField } from "./accent-field.tsx";
import classes from "./look.module.css";
import type { LookValues } from "./look-values.ts";

const choices = [
  { value: "", label: "The reader’s own, fastest" },
  ...fontNames.map((name) => ({ value: name, label: fonts[name].label })),
];

/** Colour, logo and font: what every business can choose. */
export function LookFields({ form }: { form: UseFormReturnType<LookValues> }) {
  const { logoUrl } = form.getValues();
  return (
    <>
      <AccentField {...form.getInputProps("accentColor")} value={form.getValues().accentColor} />
      <div className={classes.logo}>
        <TextInput
          label="Address of your logo"
          description="A picture on the web, square if you have one."
          placeholder="https://"
          type="url"
          {...form.getInputProps("logoUrl")}
        />
        {/^(https:\/\/|\/)/.test(logoUrl) ? (
          <Image src={logoUrl} alt="" w={36} h={36} fit="contain" className={classes.picture} />
        ) : null}
      </div>
      <NativeSelect label="Font" data={choices} {...form.getInputProps("font")} />
    </>
  );
}
