import { z } from "zod";
import { color, optionalPictureUrl, optionalText } from "#modules/tenants/fields.ts";
import { fontNames } from "./rules/fonts.ts";

/** How a business's pages and letters look, as it chose (A9). What its plan does not include is kept and not shown. */
export const Look = z.object({
  /** #rrggbb. */
  accentColor: z.string(),
  logoUrl: z.string().nullable(),
  /** Null: the system's. */
  font: z.enum(fontNames).nullable(),
  /** As it was typed; only what `sanitizeCss` keeps of it is ever shown. */
  customCss: z.string().nullable(),
  /** Without "Booking by Slotkeeper". */
  hidesMaker: z.boolean(),
});
export type Look = z.infer<typeof Look>;

const Dropped = z.object({ line: z.number(), what: z.string(), why: z.string() });

export const ReadLookOutput = Look.extend({
  /** What of it the plan lets customers see. */
  allowed: z.object({ customCss: z.boolean(), hidesMaker: z.boolean() }),
  /** What of the style sheet is left out. */
  dropped: z.array(Dropped),
});
export type ReadLookOutput = z.infer<typeof ReadLookOutput>;

export const PreviewCssInput = z.object({ css: z.string().max(100_000) });
export type PreviewCssInput = z.infer<typeof PreviewCssInput>;

export const PreviewCssOutput = z.object({ dropped: z.array(Dropped) });
export type PreviewCssOutput = z.infer<typeof PreviewCssOutput>;

/** What is left out stays as it is. */
export const SaveLookInput = z.object({
  accentColor: color.optional(),
  logoUrl: optionalPictureUrl.optional(),
  font: z.enum(fontNames, "Choose a font from the list").nullable().optional(),
  customCss: optionalText(20_000).optional(),
  hidesMaker: z.boolean().optional(),
});
export type SaveLookInput = z.infer<typeof SaveLookInput>;

/** What pages and letters show: nothing in it is beyond the plan, and the style sheet is safe to print. */
export type PageLook = {
  accentColor: string;
  logoUrl: string | null;
  font: z.infer<typeof Look>["font"];
  /** Under the root of the booking page. */
  css: string;
  hidesMaker: boolean;
};
