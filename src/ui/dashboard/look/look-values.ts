import type { FontName } from "#modules/branding/rules/fonts.ts";
import type { ReadLookOutput, SaveLookInput } from "#modules/branding/schema.ts";

/** The look as its form keeps it: empty instead of nothing. */
export type LookValues = {
  accentColor: string;
  logoUrl: string;
  font: FontName | "";
  customCss: string;
  hidesMaker: boolean;
};

export function valuesOf(look: ReadLookOutput): LookValues {
  const { accentColor, hidesMaker } = look;
  return {
    ...{ accentColor, hidesMaker },
    logoUrl: look.logoUrl ?? "",
    font: look.font ?? "",
    customCss: look.customCss ?? "",
  };
}

/** What of the form differs from what is stored. */
export function changesOf(values: LookValues, stored: LookValues): SaveLookInput {
  const changed = Object.entries(values).filter(
    ([name, value]) => value !== stored[name as keyof LookValues],
  );
  const { font, ...rest }: Partial<LookValues> = Object.fromEntries(changed);
  return font === undefined ? rest : { ...rest, font: font || null };
}
