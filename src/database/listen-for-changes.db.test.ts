import { afterEach, describe, expect, it, vi } from "vitest";
import { refuse } from "#kernel/result.ts";
import { aShop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { announceChange, noTime, spanOf } from "./announce-change.ts";
import { appendEvent } from "./events.ts";
import { type Change, listenForChanges } from "./listen-for-changes.ts";

const database = useDatabase();

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** Listens, and answers once every change is heard. */
async function listen() {
  const heard: Change[] = [];
  const onListening = vi.fn();
  const { stop } = listenForChanges({ onChange: (change) => heard.push(change), onListening });
  stops.push(stop);
  await vi.waitFor(() => expect(onListening).toHaveBeenCalled());
  return { heard, onListening };
}

const start = "2026-03-03T14:00:00Z";
const minute = Date.parse(start) / 60_000;
const span = { from: minute, until: minute + 1 };

const anEvent = (subjectType: string, payload = {}) => ({
  type: `${subjectType}.changed`,
  subjectType,
  subjectId: "0b1f3c9e-8a55-4a55-9a1f-2f1d8a6f0c11",
  payload,
});

describe("a process that listens", () => {
  it("hears of a change once it is committed, and never of one that was not", async () => {
    const shop = await aShop();
    const { heard } = await listen();
    await shop.run(async (ctx) => {
      await announceChange(ctx);
      return refuse("invalid", "No");
    });
    await shop.run(async (ctx) => {
      await announceChange(ctx, spanOf(new Date(start)));
      expect(heard).toEqual([]);
    });
    await vi.waitFor(() => expect(heard).toEqual([{ tenantId: shop.tenantId, span }]));
  });

  it("hears where a visit is and was, that hours may mean anything, and nothing of what concerns no visit", async () => {
    const shop = await aShop();
    const { heard } = await listen();
    const moved = { start, previousStart: "2026-03-03T15:00:00Z" };
    await shop.run((ctx) => appendEvent(ctx, anEvent("appointment", moved)));
    await shop.run((ctx) => appendEvent(ctx, anEvent("customer")));
    await shop.run((ctx) => appendEvent(ctx, anEvent("appointment", { notes: "x" })));
    await shop.run((ctx) => appendEvent(ctx, anEvent("schedule")));
    await vi.waitFor(() => expect(heard.at(-1)?.span).toBeNull());
    expect(heard.map((change) => change.span)).toEqual([
      span,
      { from: minute + 60, until: minute + 61 },
      noTime,
      null,
    ]);
  });

  it("connects again when its connection is cut, and says that it may have missed something", async () => {
    const shop = await aShop();
    const { heard, onListening } = await listen();
    await database.superuser.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'slotkeeper live'",
    );
    await vi.waitFor(() => expect(onListening).toHaveBeenCalledTimes(2), { timeout: 5_000 });
    await shop.run((ctx) => announceChange(ctx));
    await vi.waitFor(() => expect(heard).toEqual([{ tenantId: shop.tenantId, span: null }]));
  });
});
