import { type TenantContext, withTenant } from "#database/tenant-context.ts";
import { readSchedule } from "#modules/availability/read-schedule.ts";
import type { ScheduleView } from "#modules/availability/schedule-schema.ts";
import type { SaveLookInput } from "#modules/branding/schema.ts";
import { listServices } from "#modules/catalog/list-services.ts";
import { listStaff } from "#modules/staff/list-staff.ts";
import { listQuestions } from "#modules/tenants/list-questions.ts";
import type { Location } from "#modules/tenants/schema.ts";
import { loadBusiness } from "./load-service.ts";
import { presentLanding } from "./present-landing.ts";
import { presentNotFound } from "./present-notice.ts";
import type { Answer, Shown, Visit } from "./visit.ts";
import { whyClosed } from "./why-closed.ts";

/** GET …/: the business's own page (row A11). */
export async function showLanding(visit: Visit): Promise<Answer> {
  return landingOf(visit);
}

/** What of a visit the landing page needs. */
export type LandingVisit = Pick<Visit, "scope" | "base" | "canonical">;

/** The page; with `unsaved`, as it would look after saving that, which only a member's preview asks for. */
export async function landingOf(visit: LandingVisit, unsaved?: SaveLookInput): Promise<Shown> {
  return withTenant(visit.scope, async (ctx) => {
    const business = await loadBusiness(ctx, unsaved);
    const services = await listServices(ctx, { publicOnly: true, includeArchived: false });
    const people = await listStaff(ctx, { publicOnly: true, includeArchived: false });
    const questions = await listQuestions(ctx);
    const model = presentLanding({
      business,
      catalogue: services.ok ? services.value.categories : [],
      staff: people.ok ? people.value.staff : [],
      hours: await loadHours(ctx, business.locations),
      closed: await whyClosed(ctx, business),
      questions: questions.ok ? questions.value.questions : [],
      base: visit.base,
      canonical: visit.canonical,
      now: ctx.clock.now(),
    });
    return { model, business };
  });
}

/** One after the other: they share the transaction's connection. */
async function loadHours(ctx: TenantContext, locations: Location[]): Promise<Map<string, ScheduleView>> {
  const hours = new Map<string, ScheduleView>();
  for (const { id } of locations) {
    const schedule = await readSchedule(ctx, { locationId: id });
    if (schedule.ok && schedule.value.week.some((day) => day.intervals.length > 0))
      hours.set(id, schedule.value);
  }
  return hours;
}

/** Any other address of the business: not found, in its own look. */
export async function showNotFound(visit: Visit): Promise<Answer> {
  return withTenant(visit.scope, async (ctx) =>
    presentNotFound({ business: await loadBusiness(ctx), base: visit.base }),
  );
}
