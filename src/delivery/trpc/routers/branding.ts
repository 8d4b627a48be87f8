import { readLook } from "#modules/branding/read-look.ts";
import { saveLook } from "#modules/branding/save-look.ts";
import { SaveLookInput } from "#modules/branding/schema.ts";
import { mutationOf, queryOfAll, router } from "../procedures.ts";

export const brandingRouter = router({
  read: queryOfAll(readLook),
  save: mutationOf(SaveLookInput, saveLook),
});
