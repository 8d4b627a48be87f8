import { router } from "./procedures.ts";
import { accountRouter } from "./routers/account.ts";
import { addressesRouter } from "./routers/addresses.ts";
import { appointmentsRouter } from "./routers/appointments.ts";
import { auditRouter } from "./routers/audit.ts";
import { availabilityRouter, scheduleRouter } from "./routers/availability.ts";
import { billingRouter } from "./routers/billing.ts";
import { brandingRouter } from "./routers/branding.ts";
import { businessRouter, locationsRouter, questionsRouter } from "./routers/business.ts";
import { categoriesRouter, resourcesRouter, servicesRouter } from "./routers/catalog.ts";
import { classesRouter } from "./routers/classes.ts";
import { explainRouter } from "./routers/explain.ts";
import { onboardingRouter } from "./routers/onboarding.ts";
import { customersRouter, staffRouter } from "./routers/people.ts";
import { platformRouter } from "./routers/platform.ts";
import { secondFactorsRouter } from "./routers/second-factors.ts";
import { teamRouter } from "./routers/team.ts";

/** Everything the dashboard can ask for, one procedure for one verb. */
export const appRouter = router({
  account: accountRouter,
  addresses: addressesRouter,
  appointments: appointmentsRouter,
  audit: auditRouter,
  availability: availabilityRouter,
  billing: billingRouter,
  branding: brandingRouter,
  business: businessRouter,
  categories: categoriesRouter,
  classes: classesRouter,
  customers: customersRouter,
  explain: explainRouter,
  locations: locationsRouter,
  onboarding: onboardingRouter,
  platform: platformRouter,
  questions: questionsRouter,
  resources: resourcesRouter,
  schedule: scheduleRouter,
  secondFactors: secondFactorsRouter,
  services: servicesRouter,
  staff: staffRouter,
  team: teamRouter,
});

export type AppRouter = typeof appRouter;
