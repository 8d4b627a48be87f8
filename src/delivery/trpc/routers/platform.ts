import { ok } from "#kernel/result.ts";
import { addBuilderKey } from "#modules/builders/add-builder-key.ts";
import { changeBuilder } from "#modules/builders/change-builder.ts";
import { createBuilder } from "#modules/builders/create-builder.ts";
import { listBuilders } from "#modules/builders/list-builders.ts";
import { revokeBuilderKey } from "#modules/builders/revoke-builder-key.ts";
import {
  AddBuilderKeyInput,
  ChangeBuilderInput,
  CreateBuilderInput,
  RevokeBuilderKeyInput,
} from "#modules/builders/schema.ts";
import { allowPayments } from "#modules/platform/allow-payments.ts";
import { deleteFailedJob } from "#modules/platform/delete-failed-job.ts";
import { disableLogin } from "#modules/platform/disable-login.ts";
import { enableLogin } from "#modules/platform/enable-login.ts";
import { givePlan } from "#modules/platform/give-plan.ts";
import { listBusinesses } from "#modules/platform/list-businesses.ts";
import { listFailedJobs } from "#modules/platform/list-failed-jobs.ts";
import { listLogins } from "#modules/platform/list-logins.ts";
import { listPlansInUse } from "#modules/platform/list-plans-in-use.ts";
import { listPlatformTrail } from "#modules/platform/list-platform-trail.ts";
import { readBusinessFile } from "#modules/platform/read-business-file.ts";
import { readFigures } from "#modules/platform/read-figures.ts";
import { readLogin } from "#modules/platform/read-login.ts";
import { restoreBusiness } from "#modules/platform/restore-business.ts";
import { retirePlan } from "#modules/platform/retire-plan.ts";
import { retryFailedJob } from "#modules/platform/retry-failed-job.ts";
import { savePlan } from "#modules/platform/save-plan.ts";
import {
  AllowPaymentsInput,
  BusinessId,
  GivePlanInput,
  JobId,
  ListBusinessesInput,
  ListFailedJobsInput,
  ListLoginsInput,
  ListPlatformTrailInput,
  LoginId,
  RestoreBusinessInput,
  RetirePlanInput,
  SavePlanInput,
  StartActingInput,
  SuspendBusinessInput,
} from "#modules/platform/schema.ts";
import { signOutEverywhere } from "#modules/platform/sign-out-everywhere.ts";
import { startActing } from "#modules/platform/start-acting.ts";
import { stopActing } from "#modules/platform/stop-acting.ts";
import { suspendBusiness } from "#modules/platform/suspend-business.ts";
import {
  acrossBusinesses,
  businessMutation,
  businessQuery,
  inBusiness,
  platformAdminProcedure,
  platformMutation,
  platformQuery,
  platformQueryOfAll,
} from "../platform-procedures.ts";
import { router } from "../procedures.ts";

/** Everything that the pages of the platform admin ask for (A8). Every procedure refuses everybody else. */
export const platformRouter = router({
  figures: platformQueryOfAll(readFigures),

  businesses: platformQuery(ListBusinessesInput, listBusinesses),
  business: businessQuery(BusinessId, readBusinessFile),
  suspend: businessMutation(SuspendBusinessInput, suspendBusiness),
  restore: businessMutation(RestoreBusinessInput, restoreBusiness),
  allowPayments: businessMutation(AllowPaymentsInput, allowPayments),
  givePlan: businessMutation(GivePlanInput, givePlan),
  startActing: platformAdminProcedure
    .meta({ verb: startActing.name })
    .input(StartActingInput)
    .mutation(({ ctx: { admin, sessionId }, input }) =>
      inBusiness(admin, input.businessId, (ctx) => startActing(ctx, { ...input, sessionId })),
    ),
  /** The business is the one as which the session acts. */
  stopActing: platformAdminProcedure
    .meta({ verb: stopActing.name })
    .mutation(async ({ ctx: { admin, sessionId, acting } }) => {
      if (!acting) return { stopped: false };
      return inBusiness(admin, acting.tenantId, (ctx) => stopActing(ctx, { sessionId }));
    }),

  logins: platformQuery(ListLoginsInput, listLogins),
  login: platformQuery(LoginId, readLogin),
  disableLogin: platformMutation(LoginId, disableLogin),
  enableLogin: platformMutation(LoginId, enableLogin),
  signOutEverywhere: platformMutation(LoginId, signOutEverywhere),

  plans: platformQueryOfAll(listPlansInUse),
  savePlan: platformMutation(SavePlanInput, savePlan),
  retirePlan: platformMutation(RetirePlanInput, retirePlan),

  failedJobs: platformQuery(ListFailedJobsInput, listFailedJobs),
  retryJob: platformMutation(JobId, retryFailedJob),
  deleteJob: platformMutation(JobId, deleteFailedJob),

  builders: platformAdminProcedure
    .meta({ verb: listBuilders.name })
    .query(({ ctx: { admin } }) => acrossBusinesses(admin, async (ctx) => ok(await listBuilders(ctx)))),
  createBuilder: platformAdminProcedure
    .meta({ verb: createBuilder.name })
    .input(CreateBuilderInput)
    .mutation(({ ctx: { admin }, input }) =>
      acrossBusinesses(admin, (ctx) => createBuilder(ctx, admin, input)),
    ),
  changeBuilder: platformAdminProcedure
    .meta({ verb: changeBuilder.name })
    .input(ChangeBuilderInput)
    .mutation(({ ctx: { admin }, input }) =>
      acrossBusinesses(admin, (ctx) => changeBuilder(ctx, admin, input)),
    ),
  addBuilderKey: platformAdminProcedure
    .meta({ verb: addBuilderKey.name })
    .input(AddBuilderKeyInput)
    .mutation(({ ctx: { admin }, input }) =>
      acrossBusinesses(admin, (ctx) => addBuilderKey(ctx, admin, input)),
    ),
  revokeBuilderKey: platformAdminProcedure
    .meta({ verb: revokeBuilderKey.name })
    .input(RevokeBuilderKeyInput)
    .mutation(({ ctx: { admin }, input }) =>
      acrossBusinesses(admin, (ctx) => revokeBuilderKey(ctx, admin, input)),
    ),

  trail: platformQuery(ListPlatformTrailInput, listPlatformTrail),
});
