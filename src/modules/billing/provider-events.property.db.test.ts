import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tenantIdFrom } from "#kernel/ids.ts";
import { aClock, aTestProvider, aTrialShop, payFor, scopeOf } from "#testing/builders/billing.ts";
import { useDatabase } from "#testing/database.ts";
import { followSubscription } from "./follow-subscription.ts";
import { handleEvent } from "./handle-event.ts";
import { type SignedEvent, type TestAction, testActions } from "./ports.ts";
import { receiveEvent } from "./receive-event.ts";
import { reconcileSubscriptions } from "./reconcile-subscriptions.ts";
import { currentOf, sameStanding, standingOf } from "./rules/standing.ts";
import { readSubscription } from "./subscription-row.ts";

const database = useDatabase();

type Step = { act: TestAction } | { pass: number } | { deliver: number } | { repeat: number };

/** What happens at the provider, time that passes, and events that arrive: whichever of those sent so far, or never. */
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constantFrom(...testActions) }) },
  { weight: 2, arbitrary: fc.record({ pass: fc.integer({ min: 0, max: 20 }) }) },
  { weight: 3, arbitrary: fc.record({ deliver: fc.nat(99) }) },
  { weight: 1, arbitrary: fc.record({ repeat: fc.nat(99) }) },
);

describe("events of the provider", () => {
  it("in any order, twice, late or never, end in the provider's state once it was compared", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const clock = aClock("2030-03-01T00:00:00Z");
        const test = aTestProvider(clock);
        const shop = await aTrialShop();
        const { id, events } = await payFor(shop, test, { clock });
        const sent: SignedEvent[] = [...events];
        const deliver = async (which: number, copies: number) => {
          const event = sent[which % sent.length];
          for (let copy = 0; event && copy < copies; copy++) {
            // Late ones are signed anew, as a provider does when it tries again.
            await receiveEvent(event, test.billing, { now: () => signedAt(event) });
            const { id: eventId, data } = JSON.parse(event.body);
            await handleEvent(
              { provider: "sandbox", eventId, customerId: data.object.customer },
              test.billing,
              clock,
            );
          }
        };
        for (const it of steps) {
          if ("act" in it) sent.push(...(await test.provider.act(id, it.act)));
          else if ("pass" in it) clock.at += it.pass * 86_400_000;
          else await ("deliver" in it ? deliver(it.deliver, 1) : deliver(it.repeat, 2));
        }
        for (const tenantId of await reconcileSubscriptions(test.billing, clock)) {
          const actor = { kind: "system", job: "test" } as const;
          await followSubscription({ tenantId: tenantIdFrom(tenantId), actor, clock }, test.billing);
        }
        const row = await shop.run(readSubscription);
        const tenant = await shop.run(({ db }) => db.tenant.findFirst({ select: { status: true } }));
        const theirs = currentOf(await test.provider.subscriptionsOf(row?.customerId ?? ""));
        if (!theirs) {
          expect(row?.subscriptionId).toBeNull();
          // One that ended before it was ever heard of leaves the trial as it was.
          expect(row?.status === "trialing" ? "standalone-free" : row?.planId).toBe("standalone-free");
          return;
        }
        const standing = standingOf(theirs, clock.at);
        expect(row && sameStanding(row, standing)).toBe(true);
        expect(row).toMatchObject({ subscriptionId: theirs.id, planId: theirs.priceId });
        expect(tenant?.status).toBe(standing.status === "suspended" ? "suspended" : "active");
        expect(await reconcileSubscriptions(test.billing, clock)).not.toContain(shop.tenantId);
      }),
      { numRuns: 40 },
    );
  });

  it("are stored once, as they came, and refused with a wrong or old signature", async () => {
    const clock = aClock("2030-03-01T00:00:00Z");
    const test = aTestProvider(clock);
    const shop = await aTrialShop();
    const [event] = (await payFor(shop, test, { clock })).events;
    if (!event) throw new Error("Nothing was sent");
    const receive = (delivery: SignedEvent, at = clock) => receiveEvent(delivery, test.billing, at);
    expect(await receive({ ...event, body: event.body.replace("cus_", "cus-") })).toMatchObject({
      reason: "invalid",
    });
    expect(await receive({ ...event, signature: "" })).toMatchObject({ reason: "invalid" });
    expect(await receive(event, aClock("2030-03-01T00:05:01Z"))).toMatchObject({ reason: "invalid" });
    expect(await receive(event)).toMatchObject({ value: { isNew: true } });
    expect(await receive(event)).toMatchObject({ value: { isNew: false } });
    const { id } = JSON.parse(event.body);
    const { rows } = await database.superuser.query("SELECT body FROM inbound_event WHERE event_id = $1", [
      id,
    ]);
    expect(rows).toEqual([{ body: event.body }]);
    const jobs = await database.superuser.query("SELECT FROM graphile_worker.jobs WHERE key = $1", [
      `billing-event:sandbox:${id}`,
    ]);
    expect(jobs.rowCount).toBe(1);
  });

  it("of somebody else change nothing of a business", async () => {
    const clock = aClock("2030-03-20T00:00:00Z");
    const test = aTestProvider(clock);
    const [mine, other] = [await aTrialShop(), await aTrialShop()];
    await payFor(other, test, { clock });
    const theirs = await other.run(readSubscription);
    const customerId = theirs?.customerId ?? "";
    await handleEvent({ provider: "sandbox", eventId: "evt_1", customerId }, test.billing, clock);
    await handleEvent(
      { provider: "sandbox", eventId: "evt_2", customerId: "cus_test_nobody" },
      test.billing,
      clock,
    );
    expect(await mine.run(readSubscription)).toMatchObject({ status: "trialing", subscriptionId: null });
    expect(await other.run(readSubscription)).toMatchObject({ status: "active" });
  });

  it("overtaken by a newer answer are thrown away", async () => {
    const clock = aClock("2030-03-20T00:00:00Z");
    const test = aTestProvider(clock);
    const shop = await aTrialShop();
    const { id } = await payFor(shop, test, { clock });
    const scope = scopeOf(shop, clock);
    let slow = true;
    const subscriptionsOf = async (customerId: string) => {
      const answer = await test.provider.subscriptionsOf(customerId);
      if (!slow) return answer;
      slow = false;
      await test.provider.act(id, "failPayment");
      await followSubscription(scope, test.billing);
      return answer;
    };
    await followSubscription(scope, { ...test.billing, provider: { ...test.provider, subscriptionsOf } });
    expect(await shop.run(readSubscription)).toMatchObject({ status: "past_due" });
  });
});

function signedAt({ signature }: SignedEvent): number {
  return Number(/t=(\d+)/.exec(signature)?.[1]) * 1000;
}
