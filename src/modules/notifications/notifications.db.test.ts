import { describe, expect, it } from "vitest";
import { appendEvent } from "#database/events.ts";
import { fixedClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { anAppointment, type BuiltAppointment } from "#testing/builders/appointment.ts";
import { aCustomer } from "#testing/builders/customer.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { deliverEvent } from "./deliver-event.ts";
import { type Mailer, type MailMessage, MailRefused } from "./ports.ts";
import { sendNotification } from "./send-notification.ts";

const start = "2027-03-02T09:00:00Z";
const before = fixedClock(Date.parse("2027-02-01T08:00:00Z"));

/** A mailer that keeps what it is given and fails as often as it is told to. */
class Postbox implements Mailer {
  readonly messages: MailMessage[] = [];
  readonly failures: Error[];
  constructor(...failures: Error[]) {
    this.failures = failures;
  }
  async send(message: MailMessage) {
    const failure = this.failures.shift();
    if (failure) throw failure;
    this.messages.push(message);
    return { providerMessageId: `post-${this.messages.length}` };
  }
}

async function visitWith(shop: Shop): Promise<BuiltAppointment> {
  const customer = await aCustomer(shop, { name: "Mia Chen", email: `mia-${newId()}@example.com` });
  return anAppointment(shop, { start, customerId: customer.id });
}

type Happening = { type?: string; payload?: Record<string, unknown> };

function happen(
  shop: Shop,
  visit: BuiltAppointment,
  { type = "appointment.booked", payload }: Happening = {},
) {
  const event = {
    type,
    subjectType: "appointment",
    subjectId: visit.id,
    payload: { version: 1, ...payload },
  };
  return shop.run((ctx) => appendEvent(ctx, event), { as: { kind: "customer" } });
}

function deliver(shop: Shop, eventId: string) {
  return shop.run((ctx) => deliverEvent(ctx, { eventId }));
}

function post(shop: Shop, notificationId: string, mailer: Mailer, lastAttempt = false) {
  const scope = { tenantId: shop.tenantId, actor: { kind: "system", job: "test" } as const, clock: before };
  return sendNotification(scope, { notificationId, lastAttempt }, { provider: "postbox", mailer });
}

function ledger(shop: Shop) {
  return shop.run((ctx) =>
    ctx.db.notification.findMany({
      where: {},
      select: { effectKey: true, status: true, attempts: true, error: true, providerMessageId: true },
      orderBy: { effectKey: "asc" },
    }),
  );
}

async function bookedNotification(shop: Shop): Promise<{ id: string; visit: BuiltAppointment }> {
  const visit = await visitWith(shop);
  const [id] = await deliver(shop, await happen(shop, visit));
  if (!id) throw new Error("A booking leads to a notification");
  return { id, visit };
}

describe("delivering an event", () => {
  const database = useDatabase();

  it("twice leads to one notification, one job and one mark", async () => {
    const shop = await aShop();
    const visit = await visitWith(shop);
    const eventId = await happen(shop, visit);
    expect(await deliver(shop, eventId)).toHaveLength(1);
    expect(await deliver(shop, eventId)).toEqual([]);
    expect(await ledger(shop)).toMatchObject([
      { effectKey: `booked:${visit.id}:1:customer`, status: "pending" },
    ]);
    const marks = await shop.run((ctx) => ctx.db.eventDispatch.count({ where: { eventId } }));
    expect(marks).toBe(1);
    const jobs = await database.superuser.query(
      "SELECT FROM graphile_worker.jobs WHERE task_identifier = 'send-notification' AND key LIKE 'notification:%'",
    );
    expect(jobs.rowCount).toBe(1);
  });

  it("writes to the staff member too when they have an address", async () => {
    const shop = await aShop().withStaff({ email: "ana@example.com" });
    const visit = await visitWith(shop);
    await deliver(shop, await happen(shop, visit));
    expect((await ledger(shop)).map((row) => row.effectKey)).toEqual([
      `booked:${visit.id}:1:customer`,
      `booked:${visit.id}:1:staff`,
    ]);
  });

  it("gives a second move a key of its own", async () => {
    const shop = await aShop();
    const visit = await visitWith(shop);
    for (const version of [2, 3]) {
      await deliver(
        shop,
        await happen(shop, visit, { type: "appointment.rescheduled", payload: { version } }),
      );
    }
    expect((await ledger(shop)).map((row) => row.effectKey)).toEqual([
      `rescheduled:${visit.id}:2:customer`,
      `rescheduled:${visit.id}:3:customer`,
    ]);
  });

  it("marks events that tell nobody anything", async () => {
    const shop = await aShop();
    const eventId = await happen(shop, await visitWith(shop), { type: "appointment.completed" });
    expect(await deliver(shop, eventId)).toEqual([]);
    expect(await shop.run((ctx) => ctx.db.eventDispatch.count({ where: { eventId } }))).toBe(1);
  });

  it("of another business does nothing", async () => {
    const [ours, theirs] = [await aShop(), await aShop()];
    const eventId = await happen(theirs, await visitWith(theirs));
    expect(await deliver(ours, eventId)).toEqual([]);
    expect(await ledger(ours)).toEqual([]);
  });
});

describe("sending a notification", () => {
  useDatabase();

  it("mails letter, calendar file and a link of its own, under the effect key", async () => {
    const shop = await aShop({ name: "Maison Vert" });
    const { id, visit } = await bookedNotification(shop);
    const postbox = new Postbox();
    expect(await post(shop, id, postbox)).toBe("sent");
    const [mail] = postbox.messages;
    expect(mail?.idempotencyKey).toBe(`booked:${visit.id}:1:customer`);
    expect(mail?.subject).toMatch(/^You're booked: .*, Tue 2 March, 10:00$/);
    expect(mail?.from).toMatch(/^"Maison Vert" <.+@.+>$/);
    expect(mail?.attachments[0]?.content).toContain(`UID:${visit.id}@slotkeeper`);
    expect(mail?.attachments[0]?.content).toContain("METHOD:PUBLISH");
    expect(mail?.text).toMatch(/\/manage\/[\w-]{43}\n/);
    expect(await ledger(shop)).toMatchObject([{ status: "sent", attempts: 1, providerMessageId: "post-1" }]);
  });

  it("stores the link's token hashed, never as it is", async () => {
    const shop = await aShop();
    const { id } = await bookedNotification(shop);
    const postbox = new Postbox();
    await post(shop, id, postbox);
    const token = /\/manage\/([\w-]{43})/.exec(postbox.messages[0]?.text ?? "")?.[1] ?? "";
    const links = await shop.run((ctx) =>
      ctx.db.manageLink.findMany({ where: {}, select: { tokenHash: true } }),
    );
    expect(links).toHaveLength(1);
    expect(links[0]?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(links)).not.toContain(token);
  });

  it("does nothing once it is sent", async () => {
    const shop = await aShop();
    const { id } = await bookedNotification(shop);
    const postbox = new Postbox();
    await post(shop, id, postbox);
    expect(await post(shop, id, postbox)).toBe("alreadySettled");
    expect(postbox.messages).toHaveLength(1);
  });

  it("fails, is recorded, and succeeds when it is tried again", async () => {
    const shop = await aShop();
    const { id } = await bookedNotification(shop);
    const postbox = new Postbox(new Error("The provider answered 503"));
    await expect(post(shop, id, postbox)).rejects.toThrow("503");
    expect(await ledger(shop)).toMatchObject([
      { status: "pending", attempts: 1, error: "The provider answered 503" },
    ]);
    expect(await post(shop, id, postbox)).toBe("sent");
    expect(await ledger(shop)).toMatchObject([{ status: "sent", attempts: 2, error: null }]);
  });

  it("is given up at once when the provider refuses it", async () => {
    const shop = await aShop();
    const { id } = await bookedNotification(shop);
    const postbox = new Postbox(new MailRefused("No such address"));
    expect(await post(shop, id, postbox)).toBe("failed");
    expect(await ledger(shop)).toMatchObject([{ status: "failed", error: "No such address" }]);
    expect(await post(shop, id, postbox)).toBe("alreadySettled");
  });

  it("is given up after the last attempt", async () => {
    const shop = await aShop();
    const { id } = await bookedNotification(shop);
    const postbox = new Postbox(new Error("The provider answered 503"));
    await expect(post(shop, id, postbox, true)).rejects.toThrow("503");
    expect(await ledger(shop)).toMatchObject([{ status: "failed" }]);
  });

  it("tells of a move with the time it had before", async () => {
    const shop = await aShop();
    const visit = await visitWith(shop);
    const moved = { version: 2, previousStart: "2027-03-01T09:00:00Z" };
    const [id = ""] = await deliver(
      shop,
      await happen(shop, visit, { type: "appointment.rescheduled", payload: moved }),
    );
    const postbox = new Postbox();
    await post(shop, id, postbox);
    expect(postbox.messages[0]?.text).toContain("it was planned for Mon 1 March, 10:00");
  });

  it("takes a visit out of the calendar of the staff member it was moved away from", async () => {
    const shop = await aShop()
      .withStaff({ email: "ana@example.com" })
      .withStaff({ email: "ben@example.com" });
    const visit = await visitWith(shop);
    const payload = { version: 2, previousStart: start, previousStaffId: shop.staff[1]?.id, notify: false };
    const ids = await deliver(shop, await happen(shop, visit, { type: "appointment.rescheduled", payload }));
    const postbox = new Postbox();
    for (const id of ids) await post(shop, id, postbox);
    expect(postbox.messages.map((mail) => [mail.to, mail.attachments[0]?.filename])).toEqual([
      ["ana@example.com", "visit.ics"],
      ["ben@example.com", "cancelled.ics"],
    ]);
  });

  it("takes a cancelled visit out of the calendar", async () => {
    const shop = await aShop();
    const customer = await aCustomer(shop);
    const visit = await anAppointment(shop, { start, status: "cancelled", customerId: customer.id });
    const [id = ""] = await deliver(
      shop,
      await happen(shop, visit, { type: "appointment.cancelled", payload: { version: 2 } }),
    );
    const postbox = new Postbox();
    await post(shop, id, postbox);
    const [mail] = postbox.messages;
    expect(mail?.attachments[0]?.contentType).toContain("method=CANCEL");
    expect(mail?.attachments[0]?.content).toContain("STATUS:CANCELLED");
    expect(mail?.text).not.toContain("/manage/");
  });

  it("does not promise a visit that was cancelled while it waited", async () => {
    const shop = await aShop();
    const { id, visit } = await bookedNotification(shop);
    await shop.run((ctx) =>
      ctx.db.appointment.updateMany({
        where: { id: visit.id },
        data: { status: "cancelled", cancelledAt: new Date(before.now()), cancelledBy: "customer" },
      }),
    );
    const postbox = new Postbox();
    expect(await post(shop, id, postbox)).toBe("failed");
    expect(postbox.messages).toEqual([]);
  });
});
