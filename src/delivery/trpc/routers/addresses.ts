import { connectDomainServices } from "#compose.ts";
import { addDomain } from "#modules/domains/add-domain.ts";
import { checkDomain } from "#modules/domains/check-domain.ts";
import { preferDomain } from "#modules/domains/prefer-domain.ts";
import { readAddresses } from "#modules/domains/read-addresses.ts";
import { removeDomain } from "#modules/domains/remove-domain.ts";
import {
  AddDomainInput,
  CheckDomainInput,
  PreferDomainInput,
  RemoveDomainInput,
} from "#modules/domains/schema.ts";
import { changeMode } from "#modules/tenants/change-mode.ts";
import { changeSlug } from "#modules/tenants/change-slug.ts";
import { previewMode } from "#modules/tenants/preview-mode.ts";
import { ChangeModeInput, ChangeSlugInput } from "#modules/tenants/schema.ts";
import { memberProcedure, mutationOf, queryOf, queryOfAll, router, unwrap } from "../procedures.ts";

/** Where a business is found: slug, mode, domains (A3–A5). */
export const addressesRouter = router({
  read: queryOfAll(readAddresses),
  changeSlug: mutationOf(ChangeSlugInput, changeSlug),
  previewMode: queryOf(ChangeModeInput, previewMode),
  changeMode: mutationOf(ChangeModeInput, changeMode),
  addDomain: mutationOf(AddDomainInput, addDomain),
  checkDomain: memberProcedure
    .meta({ verb: checkDomain.name })
    .input(CheckDomainInput)
    .mutation(async ({ ctx: { member }, input }) =>
      unwrap(await checkDomain(member, input, await connectDomainServices())),
    ),
  preferDomain: mutationOf(PreferDomainInput, preferDomain),
  removeDomain: mutationOf(RemoveDomainInput, removeDomain),
});
