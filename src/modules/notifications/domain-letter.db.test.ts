import { describe, expect, it } from "vitest";
import { fixedClock, systemClock } from "#kernel/clock.ts";
import { addDomain } from "#modules/domains/add-domain.ts";
import { checkDomain } from "#modules/domains/check-domain.ts";
import type { DomainServices } from "#modules/domains/ports.ts";
import { removeDomain } from "#modules/domains/remove-domain.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { deliverEvent } from "./deliver-event.ts";
import type { MailMessage } from "./ports.ts";
import { sendNotification } from "./send-notification.ts";

const day = 86_400_000;
const system = { kind: "system", job: "test" } as const;

/** Name servers that know nothing. */
const services: DomainServices = {
  names: { texts: async () => [], alias: async () => null, addresses: async () => [] },
  certificates: {
    create: () => Promise.reject(new Error("Nothing is verified here")),
    read: async () => null,
    remove: async () => {},
  },
};

/** A domain that nobody set up within a week, and the letters that follow. */
async function aForgottenDomain(shop: Shop, host: string) {
  const added = await shop.run((ctx) => addDomain(ctx, { host, kind: "custom" }));
  if (!added.ok) throw new Error(added.message);
  const { id } = added.value;
  const clock = fixedClock(systemClock.now() + 8 * day);
  await checkDomain({ tenantId: shop.tenantId, actor: system, clock }, { id }, services);
  const event = await shop.run((ctx) =>
    ctx.db.event.findFirst({ where: { type: "domain.givenUp" }, select: { id: true } }),
  );
  const deliver = () => shop.run((ctx) => deliverEvent(ctx, { eventId: event?.id ?? "" }));
  return { id, letters: await deliver(), again: await deliver() };
}

async function send(shop: Shop, notificationId: string): Promise<{ outcome: string; sent: MailMessage[] }> {
  const sent: MailMessage[] = [];
  const mailer = {
    async send(message: MailMessage) {
      sent.push(message);
      return { providerMessageId: "1" };
    },
  };
  const scope = { tenantId: shop.tenantId, actor: system };
  const outcome = await sendNotification(scope, { notificationId }, { provider: "test", mailer });
  return { outcome, sent };
}

describe("a domain whose records never came", () => {
  useDatabase();

  it("is told to its owner once, with the way to its records", async () => {
    const shop = await aShop();
    const { letters, again } = await aForgottenDomain(shop, "book.forgotten.example");
    expect([letters.length, again.length]).toEqual([1, 0]);
    const { outcome, sent } = await send(shop, letters[0] ?? "");
    expect(outcome).toBe("sent");
    expect(sent[0]).toMatchObject({ subject: "book.forgotten.example is not set up yet" });
    expect(sent[0]?.text).toContain("/dashboard/settings?section=addresses");
  });

  it("is no news once the domain is removed", async () => {
    const shop = await aShop();
    const { id, letters } = await aForgottenDomain(shop, "book.removed.example");
    await shop.run((ctx) => removeDomain(ctx, { id }));
    expect(await send(shop, letters[0] ?? "")).toMatchObject({ outcome: "failed", sent: [] });
  });
});
