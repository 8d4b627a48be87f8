import { withPlatform, withTenant } from "#database/tenant-context.ts";
import { newId, tenantIdFrom } from "#kernel/ids.ts";
import { findAddress } from "#modules/onboarding/find-address.ts";
import { saveProgress } from "#modules/onboarding/save-progress.ts";
import { FindAddressInput, SaveProgressInput, StartBusinessInput } from "#modules/onboarding/schema.ts";
import { startBusiness } from "#modules/onboarding/start-business.ts";
import { loginProcedure, mutationOf, ownLoginProcedure, router, unwrap } from "../procedures.ts";

/** From a login to its business (A10). Whose login it is comes from the session alone. */
export const onboardingRouter = router({
  findAddress: loginProcedure
    .meta({ verb: findAddress.name })
    .input(FindAddressInput)
    .query(async ({ input }) => unwrap(await withPlatform((ctx) => findAddress(ctx, input)))),
  start: ownLoginProcedure
    .meta({ verb: startBusiness.name })
    .input(StartBusinessInput)
    .mutation(async ({ ctx: { login, isPlatformAdmin, chooseBusiness }, input }) => {
      const tenantId = tenantIdFrom(newId());
      const actor = { kind: "member" as const, userId: login.userId, role: "owner" as const };
      const asked = { ...input, founder: { ...login, isPlatformAdmin } };
      const started = unwrap(await withTenant({ tenantId, actor }, (ctx) => startBusiness(ctx, asked)));
      chooseBusiness(started.tenantId);
      return started;
    }),
  saveProgress: mutationOf(SaveProgressInput, saveProgress),
});
