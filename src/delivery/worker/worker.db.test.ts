import { spawn } from "node:child_process";
import { once } from "node:events";
import { makeWorkerUtils } from "graphile-worker";
import pg from "pg";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sandbox } from "#adapters/sandbox/manifest.ts";
import { appendEvent } from "#database/events.ts";
import { withPlatform } from "#database/tenant-context.ts";
import { logger } from "#delivery/http/logger.ts";
import { newId } from "#kernel/ids.ts";
import { hashSecretToken } from "#kernel/secret-token.ts";
import { tellOwner } from "#modules/accounts/tell-owner.ts";
import { inviteMember } from "#modules/team/invite-member.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aCustomer } from "#testing/builders/customer.ts";
import { aLogin } from "#testing/builders/login.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { cleanUp } from "./clean-up.ts";
import { reapWorkers } from "./reap-workers.ts";
import { type RunningWorker, startWorker } from "./start-worker.ts";
import { sweepEvents } from "./sweep-events.ts";
import { workerLog } from "./worker-log.ts";

const patience = { timeout: 15_000, interval: 50 };

async function connectMailer() {
  return { provider: "sandbox", mailer: await sandbox.connect({}) };
}

describe("the job worker", () => {
  const database = useDatabase();
  const running: RunningWorker[] = [];

  function start(mailing = connectMailer): RunningWorker {
    const worker = startWorker({ jobsUrl: database.urls.jobs, connectMailer: mailing });
    running.push(worker);
    return worker;
  }

  async function count(statement: string, values: unknown[] = []): Promise<number> {
    const { rows } = await database.superuser.query(`SELECT count(*)::int AS n FROM ${statement}`, values);
    return rows[0].n;
  }

  /** A job that is being worked on by a worker of that name. */
  async function lockedJob(worker: string, payload: object): Promise<void> {
    await database.superuser.query("SELECT graphile_worker.add_job('dispatch-event', $1)", [payload]);
    await database.superuser.query(
      "UPDATE graphile_worker._private_jobs SET locked_at = clock_timestamp(), locked_by = $1, attempts = 1 WHERE locked_by IS NULL",
      [worker],
    );
  }

  async function bookedEvent(shop: Shop, start: string) {
    const customer = await aCustomer(shop);
    const visit = await anAppointment(shop, { start, customerId: customer.id });
    const eventId = await shop.run((ctx) =>
      appendEvent(ctx, {
        type: "appointment.booked",
        subjectType: "appointment",
        subjectId: visit.id,
        payload: { version: 1 },
      }),
    );
    return { eventId, email: customer.email };
  }

  const mailTo = (email: string | null) => count("sandbox_mail WHERE recipient = $1", [email]);

  afterEach(async () => {
    await Promise.all(running.splice(0).map((worker) => worker.stop()));
    await database.superuser.query("DELETE FROM graphile_worker._private_jobs");
  });

  it("mails what was booked, without being asked", async () => {
    const shop = await aShop();
    start();
    const { email } = await bookedEvent(shop, "2027-03-02T09:00:00Z");
    await vi.waitFor(async () => expect(await mailTo(email)).toBe(1), patience);
  });

  it("mails a sign-in link to an address with a login, and nothing to another", async () => {
    const shop = await aShop();
    const { rows } = await database.superuser.query("SELECT email FROM users WHERE id = $1", [
      shop.ownerUserId,
    ]);
    const ask = (email: string) =>
      withPlatform(({ sql }) =>
        sql("SELECT enqueue('send-login-link', jsonb_build_object('email', $1::text))", [email]),
      );
    await ask("nobody@example.com");
    await ask(rows[0].email);
    start();
    await vi.waitFor(async () => expect(await mailTo(rows[0].email)).toBe(1), patience);
    const link = await database.superuser.query("SELECT text FROM sandbox_mail WHERE recipient = $1", [
      rows[0].email,
    ]);
    expect(link.rows[0].text).toMatch(/\/sign-in\/link\?token=[\w-]{43}/);
    await vi.waitFor(
      async () =>
        expect(await count("graphile_worker.jobs WHERE task_identifier = 'send-login-link'")).toBe(0),
      patience,
    );
    expect(await mailTo("nobody@example.com")).toBe(0);
  });

  it("mails an invitation to the team, with a link of which the database knows the hash alone", async () => {
    const shop = await aShop({ name: "Maison Vert" });
    const email = `${newId()}@example.com`;
    const input = { email, role: "staff" as const, granted: [], denied: [] };
    expect(await shop.run((ctx) => inviteMember(ctx, input))).toMatchObject({ ok: true });
    const { rows } = await database.superuser.query(
      "SELECT payload::text FROM graphile_worker._private_jobs WHERE payload::text LIKE '%invitationId%'",
    );
    expect(rows.map(({ payload }) => Object.keys(JSON.parse(payload)).sort())).toEqual([
      ["invitationId", "tenantId"],
    ]);
    start();
    await vi.waitFor(async () => expect(await mailTo(email)).toBe(1), patience);
    const letter = await database.superuser.query(
      "SELECT subject, text FROM sandbox_mail WHERE recipient = $1",
      [email],
    );
    expect(letter.rows[0].subject).toBe("Join Maison Vert on Slotkeeper");
    const [, token = ""] = /\/join\?token=([\w-]{43})/.exec(letter.rows[0].text) ?? [];
    expect(await count("invitation WHERE token_hash = $1", [hashSecretToken(token)])).toBe(1);
  });

  it("tells the owner of a login that it was changed", async () => {
    const { userId, email } = await aLogin();
    await withPlatform((ctx) => tellOwner(ctx, userId, "passkeyAdded"));
    start();
    await vi.waitFor(async () => expect(await mailTo(email)).toBe(1), patience);
  });

  it("runs the job of a killed worker again within seconds of its own start", async () => {
    const shop = await aShop();
    const { eventId, email } = await bookedEvent(shop, "2027-03-03T09:00:00Z");
    await database.superuser.query("DELETE FROM graphile_worker._private_jobs");
    await lockedJob("pool-that-was-killed", { tenantId: shop.tenantId, eventId });
    start();
    await vi.waitFor(async () => expect(await mailTo(email)).toBe(1), patience);
  });

  it("goes on after every connection of its was cut", async () => {
    const shop = await aShop();
    await start().ready;
    await vi.waitFor(async () => expect(await count("worker_heartbeat")).toBe(1), patience);
    await database.superuser.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'slotkeeper worker'`,
    );
    const { email } = await bookedEvent(shop, "2027-03-04T09:00:00Z");
    await vi.waitFor(async () => expect(await mailTo(email)).toBe(1), patience);
  });

  it("goes on after the database went away while it finished a job", async () => {
    const shop = await aShop();
    const surprises: unknown[] = [];
    const surprised = (reason: unknown) => surprises.push(reason);
    process.on("unhandledRejection", surprised);
    const told = vi.spyOn(logger(), "error");
    const cut = vi.fn(cutWorkerOff);
    await start(async () => mailingThen(cut)).ready;
    const first = await bookedEvent(shop, "2027-03-05T09:00:00Z");
    const saysSo = () => told.mock.calls.some((words) => words.includes("the job worker cannot start"));
    await vi.waitFor(() => expect(surprises.length > 0 || saysSo()).toBe(true), patience);
    cut.mockImplementation(async () => {});
    await allowConnections(true);
    const second = await bookedEvent(shop, "2027-03-05T11:00:00Z");
    await vi.waitFor(async () => expect(await mailTo(second.email)).toBe(1), patience);
    process.off("unhandledRejection", surprised);
    expect(surprises).toEqual([]);
    expect(await mailTo(first.email)).toBe(1);
  });

  /** The job whose letter was sent cannot be marked as done: there is no connection, and none to be had. */
  async function cutWorkerOff(): Promise<void> {
    await allowConnections(false);
    await database.superuser.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'slotkeeper worker'`,
    );
  }

  /** A database cannot say this of itself. */
  async function allowConnections(allowed: boolean): Promise<void> {
    const { rows } = await database.superuser.query("SELECT current_database() AS name");
    const elsewhere = new URL(database.urls.superuser);
    elsewhere.pathname = "/postgres";
    const admin = new pg.Client({ connectionString: elsewhere.href });
    await admin.connect();
    await admin.query(`ALTER DATABASE ${rows[0].name} ALLOW_CONNECTIONS ${allowed}`);
    await admin.end();
  }

  async function mailingThen(after: () => Promise<void>) {
    const { provider, mailer } = await connectMailer();
    const send: typeof mailer.send = async (mail) => {
      const sent = await mailer.send(mail);
      await after();
      return sent;
    };
    return { provider, mailer: { ...mailer, send } };
  }

  it("stops in order: no heartbeat stays behind", async () => {
    const worker = start();
    await worker.ready;
    await vi.waitFor(async () => expect(await count("worker_heartbeat")).toBe(1), patience);
    await worker.stop();
    running.length = 0;
    expect(await count("worker_heartbeat")).toBe(0);
  });
});

describe("the reaper", () => {
  const database = useDatabase();

  async function lockJobAs(worker: string): Promise<void> {
    await database.superuser.query("SELECT graphile_worker.add_job('dispatch-event', '{}')");
    await database.superuser.query(
      "UPDATE graphile_worker._private_jobs SET locked_at = clock_timestamp(), locked_by = $1 WHERE locked_by IS NULL",
      [worker],
    );
  }

  async function reap(self = "me"): Promise<string[]> {
    const jobs = new pg.Pool({ connectionString: database.urls.jobs, max: 1 });
    try {
      return await reapWorkers(jobs, self);
    } finally {
      await jobs.end();
    }
  }

  async function isLocked(worker: string): Promise<boolean> {
    const found = await database.superuser.query("SELECT FROM graphile_worker.jobs WHERE locked_by = $1", [
      worker,
    ]);
    return (found.rowCount ?? 0) > 0;
  }

  /** Holds the worker's lock in a process of its own, as a worker does, until it is killed. */
  async function workerProcess(worker: string) {
    const script = `
      import { makeWorkerUtils } from "graphile-worker";
import pg from "pg";
      const client = new pg.Client(process.argv[1]);
      await client.connect();
      await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [process.argv[2]]);
      console.log("locked");`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script, database.urls.jobs, worker], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    return {
      kill: async () => {
        child.kill("SIGKILL");
        await once(child, "exit");
      },
    };
  }

  const beat = (worker: string, age: string) =>
    withPlatform(({ sql }) =>
      sql("INSERT INTO worker_heartbeat (worker_id, beat_at) VALUES ($1, clock_timestamp() - $2::interval)", [
        worker,
        age,
      ]),
    );

  it("leaves a living worker's jobs alone, and frees them once it was killed with -9", async () => {
    const worker = await workerProcess("killed");
    await lockJobAs("killed");
    expect(await reap()).toEqual([]);
    expect(await isLocked("killed")).toBe(true);
    await worker.kill();
    await vi.waitFor(async () => expect(await reap()).toEqual(["killed"]), patience);
    expect(await isLocked("killed")).toBe(false);
  });

  it("frees the jobs of a worker that is connected but silent for half a minute", async () => {
    const worker = await workerProcess("hangs");
    await lockJobAs("hangs");
    await beat("hangs", "20 seconds");
    expect(await reap()).toEqual([]);
    await withPlatform(({ sql }) => sql("DELETE FROM worker_heartbeat"));
    await beat("hangs", "31 seconds");
    expect(await reap()).toEqual(["hangs"]);
    await worker.kill();
  });

  it("never takes the jobs of the worker that asks", async () => {
    await lockJobAs("myself");
    expect(await reap("myself")).toEqual([]);
    expect(await isLocked("myself")).toBe(true);
  });
});

describe("the sweeper", () => {
  const database = useDatabase();

  it("wakes events whose job was lost, and only those", async () => {
    const shop = await aShop();
    const subject = { type: "service.saved", subjectType: "service", subjectId: shop.service.id };
    const [lost, recent, waiting] = await shop.run(async (ctx) => [
      await appendEvent(ctx, subject),
      await appendEvent(ctx, subject),
      await appendEvent(ctx, subject),
    ]);
    await database.superuser.query("UPDATE event SET at = at - interval '31 seconds' WHERE id <> $1", [
      recent,
    ]);
    await database.superuser.query("DELETE FROM graphile_worker._private_jobs WHERE key <> $1", [
      `event:${waiting}`,
    ]);
    const queue = await makeWorkerUtils({ connectionString: database.urls.jobs, logger: workerLog });
    await sweepEvents(queue.addJob);
    await queue.release();
    const { rows } = await database.superuser.query("SELECT key FROM graphile_worker.jobs");
    expect(rows.map((row) => row.key).toSorted()).toEqual([`event:${lost}`, `event:${waiting}`].toSorted());
  });
});

describe("cleaning up", () => {
  useDatabase();

  it("forgets holds and request keys that nobody can need, and keeps the rest", async () => {
    const shop = await aShop();
    await shop.run(async (ctx) => {
      for (const [name, days] of [
        ["old", 2],
        ["new", 0],
      ] as const) {
        await ctx.sql(
          `INSERT INTO hold (tenant_id, id, token_hash, service_id, staff_id, location_id, starts_at, ends_at, expires_at)
           VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, now(), now() + interval '1 hour', now() - make_interval(days => $6))`,
          [ctx.tenantId, name, shop.service.id, shop.staff[0].id, shop.location.id, days],
        );
        await ctx.sql(
          `INSERT INTO idempotency_key (tenant_id, key, request_hash, result_id, created_at)
           VALUES ($1, $2, 'hash', gen_random_uuid(), now() - make_interval(days => $3))`,
          [ctx.tenantId, name, days * 4],
        );
      }
    });
    await shop.run(cleanUp);
    const left = await shop.run(({ db }) =>
      Promise.all([
        db.hold.findMany({ where: {}, select: { tokenHash: true } }),
        db.idempotencyKey.findMany({ where: {}, select: { key: true } }),
      ]),
    );
    expect(left).toEqual([[{ tokenHash: "new" }], [{ key: "new" }]]);
  });

  it("forgets rules that were removed more than 400 days ago, and keeps younger ones and those that count", async () => {
    const shop = await aShop();
    const closed = (reason: string) => ({ kind: "override", reason, tenantId: shop.tenantId, id: newId() });
    await shop.run(async (ctx) => {
      const date = new Date("2025-01-01");
      for (const reason of ["old", "young", "live"]) {
        const data = { ...closed(reason), dateFrom: date, dateTo: date };
        await ctx.db.availabilityRule.create({ data, select: { id: true } });
      }
      await ctx.sql(
        `UPDATE availability_rule SET removed_at = clock_timestamp() - make_interval(days => CASE reason WHEN 'old' THEN 401 ELSE 399 END)
         WHERE tenant_id = $1 AND reason IN ('old', 'young')`,
        [ctx.tenantId],
      );
    });
    await shop.run(cleanUp);
    const left = await shop.run(({ db }) =>
      db.availabilityRule.findMany({ where: { kind: "override" }, select: { reason: true } }),
    );
    expect(left.map(({ reason }) => reason).toSorted()).toEqual(["live", "young"]);
  });
});
