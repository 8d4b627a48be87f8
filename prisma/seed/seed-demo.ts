import { type Actor, platformQuery, withPlatform, withTenant } from "#database/tenant-context.ts";
import { type Clock, systemClock } from "#kernel/clock.ts";
import { tenantIdFrom } from "#kernel/ids.ts";
import { hashPassword } from "#modules/accounts/password-hash.ts";
import { harlowAndVine } from "./businesses/harlow-and-vine.ts";
import { physioAmPark } from "./businesses/physio-am-park.ts";
import { stillWaterYoga } from "./businesses/still-water-yoga.ts";
import { closedDays } from "./closed-days.ts";
import type { DemoBusiness } from "./demo-business.ts";
import { planAppointments } from "./plan-appointments.ts";
import { planBusiness } from "./plan-business.ts";
import { planSessions } from "./plan-classes.ts";
import { type Random, randomFrom } from "./random.ts";
import { writeAppointments } from "./write-appointments.ts";
import { writeBusiness, writeRules } from "./write-business.ts";
import { demoPassword, writeAdminLogin, writeLogins } from "./write-logins.ts";
import { writeSessions } from "./write-sessions.ts";

/** In the order in which they are shown. */
export const demoBusinesses: readonly DemoBusiness[] = [harlowAndVine, physioAmPark, stillWaterYoga];

const actor: Actor = { kind: "system", job: "seed" };

export type SeededBusiness = { slug: string; appointments: number };

/**
 * Fills an empty database with three businesses, their teams, customers and appointments around the present: the same
 * ones every time but for the dates. Does nothing, and returns an empty list, when there is a business already.
 */
export async function seedDemo(clock: Clock = systemClock): Promise<SeededBusiness[]> {
  const existing = await platformQuery("SELECT slug FROM list_businesses() LIMIT 1", [], "any_business");
  if (existing.length > 0) return [];
  const passwordHash = await hashPassword(demoPassword);
  const seeded: SeededBusiness[] = [];
  for (const [index, business] of demoBusinesses.entries()) {
    seeded.push(await seedBusiness(business, { index, passwordHash, clock }));
  }
  await withPlatform((ctx) => writeAdminLogin(ctx, { passwordHash, random: randomFrom(2025) }), clock);
  return seeded;
}

type Seeding = { index: number; passwordHash: string; clock: Clock };

const year = 365 * 24 * 60 * 60_000;

async function seedBusiness(business: DemoBusiness, seeding: Seeding): Promise<SeededBusiness> {
  const random: Random = randomFrom(2026 + seeding.index);
  const now = seeding.clock.now();
  const tenantId = tenantIdFrom(random.uuid());
  const planned = { ...planBusiness(business, now, random), holidays: await closedDays(business, now) };
  const plan = { ...planned, sessions: planSessions(planned, random) };
  const appointments = planAppointments(plan, now, random);
  await withTenant({ tenantId, actor, clock: seeding.clock }, async (ctx) => {
    await writeBusiness(ctx, plan, now - year + seeding.index * 60_000);
    await writeRules(ctx, plan, random);
    const ownerUserId = await writeLogins(ctx, plan, { passwordHash: seeding.passwordHash, random });
    await writeSessions(ctx, plan, appointments);
    await writeAppointments(ctx, { plan, appointments, ownerUserId, random });
  });
  return { slug: business.slug, appointments: appointments.length };
}
