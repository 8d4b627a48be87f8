import { previewCss } from "#modules/branding/preview-css.ts";
import { readLook } from "#modules/branding/read-look.ts";
import { saveLook } from "#modules/branding/save-look.ts";
import { PreviewCssInput, SaveLookInput } from "#modules/branding/schema.ts";
import { mutationOf, queryOf, queryOfAll, router } from "../procedures.ts";

export const brandingRouter = router({
  read: queryOfAll(readLook),
  previewCss: queryOf(PreviewCssInput, previewCss),
  save: mutationOf(SaveLookInput, saveLook),
});
