import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { identifyLogin } from "#modules/accounts/identify-login.ts";
import { assignPlan } from "#modules/plans/assign-plan.ts";
import { requireRoom } from "#modules/plans/require-room.ts";
import { aLogin, aSession } from "#testing/builders/login.ts";
import { aPlatformAdmin, type BuiltAdmin } from "#testing/builders/platform-admin.ts";
import { aShop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { deleteFailedJob } from "./delete-failed-job.ts";
import { disableLogin } from "./disable-login.ts";
import { enableLogin } from "./enable-login.ts";
import { listFailedJobs } from "./list-failed-jobs.ts";
import { listLogins } from "./list-logins.ts";
import { listPlansInUse } from "./list-plans-in-use.ts";
import { readLogin } from "./read-login.ts";
import { retirePlan } from "./retire-plan.ts";
import { retryFailedJob } from "./retry-failed-job.ts";
import { savePlan } from "./save-plan.ts";
import { ListFailedJobsInput, ListLoginsInput, SavePlanInput } from "./schema.ts";
import { signOutEverywhere } from "./sign-out-everywhere.ts";

const database = useDatabase();
let admin: BuiltAdmin;
beforeAll(async () => {
  admin = await aPlatformAdmin(database);
});

async function trailOf(subjectId: string): Promise<string[]> {
  const { rows } = await database.superuser.query(
    "SELECT type FROM platform_event WHERE subject_id = $1 AND actor_id = $2 ORDER BY at, id",
    [subjectId, admin.userId],
  );
  return rows.map(({ type }) => type);
}

describe("logins", () => {
  it("are found with their businesses, and signed out everywhere", async () => {
    const shop = await aShop();
    const userId = shop.ownerUserId;
    const session = await aSession({ userId });
    const file = await admin.across((ctx) => readLogin(ctx, { userId }));
    expect(file).toMatchObject({
      value: { sessions: 1, isPlatformAdmin: false, businesses: [{ id: shop.tenantId, role: "owner" }] },
    });
    const search = file.ok ? file.value.email : "";
    const found = await admin.across((ctx) => listLogins(ctx, ListLoginsInput.parse({ search })));
    expect(found.ok && found.value.logins.map(({ id }) => id)).toEqual([userId]);
    expect(await admin.across((ctx) => signOutEverywhere(ctx, { userId }))).toMatchObject({
      value: { revoked: 1 },
    });
    expect(await identifyLogin(session)).toBeNull();
    expect(await trailOf(userId)).toEqual(["login.signedOut"]);
  });

  it("that are disabled are out at once, and may sign in again once enabled", async () => {
    const { userId } = await aLogin({ password: null });
    const session = await aSession({ userId });
    const disable = () => admin.across((ctx) => disableLogin(ctx, { userId }));
    const both = await Promise.all([disable(), disable()]);
    expect(both.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { revoked: 1 } }]);
    expect(await identifyLogin(session)).toBeNull();
    expect(await admin.across((ctx) => enableLogin(ctx, { userId }))).toMatchObject({ ok: true });
    expect(await admin.across((ctx) => enableLogin(ctx, { userId }))).toMatchObject({ reason: "notFound" });
    expect(await identifyLogin(session)).toBeNull();
    expect(await trailOf(userId)).toEqual(["login.disabled", "login.enabled"]);
  });

  it("of platform admins cannot be disabled from the pages", async () => {
    const { userId } = admin;
    expect(await admin.across((ctx) => disableLogin(ctx, { userId }))).toMatchObject({
      reason: "wrongState",
    });
    const nobody = { userId: newId() };
    expect(await admin.across((ctx) => disableLogin(ctx, nobody))).toMatchObject({ reason: "notFound" });
    expect(await admin.across((ctx) => readLogin(ctx, nobody))).toMatchObject({ reason: "notFound" });
    expect(await admin.across((ctx) => signOutEverywhere(ctx, nobody))).toMatchObject({ reason: "notFound" });
  });
});

describe("plans", () => {
  const plan = SavePlanInput.parse({
    ...{ id: "standalone-solo", track: "standalone", name: "Solo", description: "", priceMinor: 700 },
    ...{ currency: "EUR", position: 9, smsPerMonth: 0, trialDays: 7, features: ["sms", "sms"] },
    limits: { locations: 1, staff: 1, services: 1, bookingsPerMonth: null },
    stripePriceId: "",
  });
  const save = (changed: Partial<SavePlanInput>) =>
    admin.across((ctx) => savePlan(ctx, { ...plan, ...changed }));

  it("are made once, and count at once when they change; businesses keep what is retired", async () => {
    const made = await Promise.all([save({ isNew: true }), save({ isNew: true })]);
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(made.find(({ ok }) => !ok)).toMatchObject({ reason: "inUse", details: { field: "id" } });
    const shop = await aShop();
    await shop.run((ctx) => assignPlan(ctx, { planId: plan.id, billedBy: "platform", status: "active" }));
    expect(await shop.run((ctx) => requireRoom(ctx, "services"))).toMatchObject({ reason: "planLimit" });
    await save({ limits: { ...plan.limits, services: 2 }, track: "integrated" });
    expect(await shop.run((ctx) => requireRoom(ctx, "services"))).toBeNull();
    const retire = (retired: boolean) => admin.across((ctx) => retirePlan(ctx, { id: plan.id, retired }));
    expect(await retire(true)).toMatchObject({ ok: true });
    expect(await retire(true)).toMatchObject({ reason: "wrongState" });
    const plans = await admin.across(listPlansInUse);
    expect(plans.ok && plans.value.find(({ id }) => id === plan.id)).toMatchObject({
      ...{ retired: true, businesses: 1, track: "standalone", features: ["sms"], limits: { services: 2 } },
    });
    expect(await shop.run((ctx) => requireRoom(ctx, "services"))).toBeNull();
    expect(await retire(false)).toMatchObject({ ok: true });
    expect(await trailOf(plan.id)).toEqual(["plan.added", "plan.changed", "plan.retired", "plan.offered"]);
    const { rows } = await database.superuser.query(
      "SELECT payload -> 'changes' AS changes FROM platform_event WHERE type = 'plan.changed'",
    );
    expect(rows).toEqual([{ changes: { maxServices: { from: 1, to: 2 } } }]);
  });

  it("that are not there are refused, and what makes no sense is said at its field", async () => {
    expect(await save({ id: "nowhere" })).toMatchObject({ reason: "notFound" });
    const wrong = { ...plan, priceMinor: -1, id: "Not A Word", currency: "XXXX", stripePriceId: "nonsense" };
    const fields = SavePlanInput.safeParse({ ...wrong, features: ["teleport"] }).error?.issues.map(
      ({ path }) => path[0],
    );
    expect(fields).toEqual(
      expect.arrayContaining(["id", "priceMinor", "currency", "features", "stripePriceId"]),
    );
  });
});

describe("jobs that failed for good", () => {
  async function aJob(payload: object, attempts = 25): Promise<string> {
    const { rows } = await database.superuser.query(
      "SELECT id FROM graphile_worker.add_job('dispatch-event', $1, max_attempts => 25)",
      [payload],
    );
    await database.superuser.query(
      "UPDATE graphile_worker._private_jobs SET attempts = $2, last_error = 'No mailbox <jo@example.com> there' WHERE id = $1",
      [rows[0].id, attempts],
    );
    return rows[0].id;
  }
  const list = (input: Partial<ListFailedJobsInput> = {}) =>
    admin.across((ctx) => listFailedJobs(ctx, ListFailedJobsInput.parse(input)));
  const retry = (jobId: string) => admin.across((ctx) => retryFailedJob(ctx, { jobId }));
  const forget = (jobId: string) => admin.across((ctx) => deleteFailedJob(ctx, { jobId }));

  it("are listed with their business and no personal data, page by page", async () => {
    const shop = await aShop();
    const eventId = newId();
    const failed = await aJob({ tenantId: shop.tenantId, eventId, email: "jo@example.com" });
    const general = await aJob({ email: "jo@example.com" });
    await aJob({ tenantId: shop.tenantId, eventId }, 3);
    const mine = await list({ businessId: shop.tenantId });
    expect(mine.ok && mine.value.jobs).toMatchObject([
      { id: failed, businessName: "Test shop", ids: { eventId }, attempts: 25 },
    ]);
    expect(JSON.stringify(mine)).not.toContain("jo@example.com");
    const first = await list({ limit: 1 });
    expect(first.ok && first.value.jobs).toMatchObject([{ id: general, businessId: null, ids: {} }]);
    const second = await list({ limit: 1, cursor: (first.ok && first.value.nextCursor) || undefined });
    expect(second.ok && second.value).toMatchObject({ jobs: [{ id: failed }], nextCursor: null });
    expect(await list({ cursor: "1; DROP" })).toMatchObject({ reason: "invalid" });
    await Promise.all([forget(failed), forget(general)]);
  });

  it("are tried again once, or forgotten; a job that has not failed is left alone", async () => {
    const shop = await aShop();
    const [again, gone] = [await aJob({ tenantId: shop.tenantId }), await aJob({ tenantId: shop.tenantId })];
    const waiting = await aJob({ tenantId: shop.tenantId }, 3);
    const retried = await Promise.all([retry(again), retry(again)]);
    expect(retried.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await forget(gone)).toMatchObject({ ok: true, value: { task: "dispatch-event" } });
    for (const job of [again, gone, waiting, "999999999"]) {
      expect(await forget(job)).toMatchObject({ reason: "notFound" });
    }
    expect(await retry(waiting)).toMatchObject({ reason: "notFound" });
    const { rows } = await database.superuser.query(
      "SELECT id, attempts FROM graphile_worker.jobs WHERE id = ANY ($1) ORDER BY id",
      [[again, gone, waiting]],
    );
    expect(rows).toEqual([
      { id: again, attempts: 0 },
      { id: waiting, attempts: 3 },
    ]);
    expect([...(await trailOf(again)), ...(await trailOf(gone))]).toEqual(["job.retried", "job.deleted"]);
  });
});
