import { describe, expect, it } from "vitest";
import { createRateLimiter, type RateLimiter } from "#delivery/http/rate-limit.ts";
import { internalHeaders } from "#delivery/http/settle-headers.ts";
import { systemClock } from "#kernel/clock.ts";
import { mintManageToken } from "#modules/appointments/manage-link.ts";
import { assignPlan } from "#modules/plans/assign-plan.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import type { ManageModel } from "#ui/booking/appointment-model.ts";
import type { DetailsModel, NoticeModel, PageModel, TimeModel } from "#ui/booking/view-model.ts";
import { book } from "./book.ts";
import { chooseTime, holdTime } from "./choose-time.ts";
import { enterDetails, extendTime } from "./enter-details.ts";
import { showLanding } from "./landing.ts";
import { askCancel, cancel, showConfirmation, showManage } from "./manage.ts";
import { chooseNewTime, moveAppointment } from "./reschedule.ts";
import { answerVisit, type Handler } from "./visit.ts";

const database = useDatabase();

const day = 86_400_000;
/** Ten o'clock UTC, some days from now: within the hours of every shop here. */
const tenOClock = (days: number) =>
  `${new Date(systemClock.now() + days * day).toISOString().slice(0, 10)}T10:00:00Z`;

type Asked = {
  slug: string;
  query?: Record<string, string>;
  form?: Record<string, string>;
  token?: string;
  cookie?: string;
};
type Told<Model> = { status: number; model: Model; location: string | null; cookie: string };

/** Asks a page for its model, as the browser bundle does. */
async function ask<Model extends PageModel>(handle: Handler, asked: Asked): Promise<Told<Model>> {
  const request = new Request(`http://shop.localhost/x?${new URLSearchParams(asked.query)}`, {
    method: asked.form ? "POST" : "GET",
    headers: {
      accept: "application/vnd.slotkeeper+json",
      cookie: asked.cookie ?? "",
      [internalHeaders.clientAddress]: "192.0.2.7",
    },
    ...(asked.form && { body: new URLSearchParams(asked.form) }),
  });
  const params = Promise.resolve({ slug: asked.slug, token: asked.token ?? "" });
  const response = await answerVisit(request, { params }, handle);
  const text = await response.text();
  return {
    status: response.status,
    model: (text ? JSON.parse(text) : null) as Model,
    location: response.headers.get("location"),
    cookie: (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "",
  };
}

const guest = { name: "Anna Berg", email: "anna@customer.example", phone: "", notes: "Knee" };

/** A shop in UTC where ten o'clock is always offered. */
const aUtcShop = (overrides: Parameters<typeof aShop>[0] = {}) =>
  aShop({ timeZone: "UTC", locale: "en-GB", ...overrides });

async function manageTokenFor(shop: Shop, start: string, status?: "cancelled") {
  const { id } = await anAppointment(shop, { start, ...(status && { status }) });
  return shop.run((ctx) => mintManageToken(ctx, id));
}

async function holdAt(shop: Shop, start: string, cookie = "") {
  const held = await ask<TimeModel>(holdTime, {
    slug: shop.slug,
    form: { service: shop.service.slug, start },
    cookie,
  });
  return { ...held, query: Object.fromEntries(new URL(held.location ?? "", "http://x").searchParams) };
}

describe("a closed business", () => {
  it("keeps its landing page without ways to book, and says so instead of times", async () => {
    const shop = await aUtcShop({ status: "suspended" });
    const landing = await ask<Extract<PageModel, { page: "landing" }>>(showLanding, { slug: shop.slug });
    expect(landing.model.closed?.heading).toBe("No online bookings at the moment");
    expect(landing.model.groups.flatMap((group) => group.services).every((row) => !row.href)).toBe(true);
    const times = await ask<NoticeModel>(chooseTime, {
      slug: shop.slug,
      query: { service: shop.service.slug },
    });
    expect(times.model).toMatchObject({ page: "notice", kind: "closed" });
  });

  it("says so as well when its plan's bookings of the month are made, but not to whoever holds the last one", async () => {
    const shop = await aUtcShop();
    await database.superuser.query(
      `INSERT INTO plan (id, track, name, price_minor, max_bookings_per_month) VALUES ('one-booking', 'standalone', 'One', 0, 1)`,
    );
    await shop.run((ctx) =>
      assignPlan(ctx, { planId: "one-booking", billedBy: "platform", status: "active" }),
    );
    const held = await holdAt(shop, tenOClock(2));
    const query = { service: shop.service.slug };
    const mine = await ask<TimeModel>(chooseTime, { slug: shop.slug, query, cookie: held.cookie });
    expect(mine.model.page).toBe("time");
    const others = await ask<NoticeModel>(chooseTime, { slug: shop.slug, query });
    expect(others.model).toMatchObject({ kind: "closed", heading: "No more bookings this month" });
    const landing = await ask<Extract<PageModel, { page: "landing" }>>(showLanding, { slug: shop.slug });
    expect(landing.model.closed?.text).toContain("cannot take more bookings this month");
  });
});

describe("choosing a time", () => {
  it("preselects the first day with times, so that a booking is two presses away", async () => {
    const shop = await aUtcShop();
    const { model } = await ask<TimeModel>(chooseTime, {
      slug: shop.slug,
      query: { service: shop.service.slug },
    });
    expect(model.day?.groups.flatMap((group) => group.times).length).toBeGreaterThan(0);
    expect(model.staffChoices).toEqual([]);
  });

  it("lets few services be changed beside the times, and leaves many to the landing page", async () => {
    const few = await aUtcShop().withService().withService({ durationMin: 30 });
    const query = (shop: Shop) => ({ service: shop.service.slug });
    const { model } = await ask<TimeModel>(chooseTime, { slug: few.slug, query: query(few) });
    expect(model.serviceChoices.map((choice) => choice.current)).toEqual([true, false]);
    const many = await aUtcShop().withService().withService().withService().withService();
    const other = await ask<TimeModel>(chooseTime, { slug: many.slug, query: query(many) });
    expect(other.model.serviceChoices).toEqual([]);
  });

  it("shows a customer their own held time as free, and lets go of it when they choose another", async () => {
    const shop = await aUtcShop();
    const start = tenOClock(3);
    const first = await holdAt(shop, start);
    const query = { service: shop.service.slug, date: start.slice(0, 10) };
    const startsSeen = async (cookie: string) => {
      const { model } = await ask<TimeModel>(chooseTime, { slug: shop.slug, query, cookie });
      return model.day?.groups.flatMap((group) => group.times.map((time) => time.start)) ?? [];
    };
    expect(await startsSeen(first.cookie)).toContain(start);
    expect(await startsSeen("")).not.toContain(start);
    await holdAt(shop, start.replace("T10", "T14"), first.cookie);
    expect(await startsSeen("")).toContain(start);
  });

  it("offers the nearest free times to whoever comes second", async () => {
    const shop = await aUtcShop();
    const start = tenOClock(3);
    await holdAt(shop, start);
    const second = await holdAt(shop, start);
    expect(second.status).toBe(409);
    expect(second.model.taken?.heading).toContain("Someone just took");
    expect(second.model.taken?.nearest.length).toBeGreaterThan(2);
    expect(second.model.day?.date).toBe(start.slice(0, 10));
  });
});

describe("the form", () => {
  it("says when the hold has run out but the time is free, and books it all the same", async () => {
    const shop = await aUtcShop();
    const held = await holdAt(shop, tenOClock(4));
    await database.superuser.query(
      "UPDATE hold SET expires_at = now() - interval '1 minute', created_at = now() - interval '1 hour'",
    );
    await database.superuser.query(
      "UPDATE occupancy SET expires_at = now() - interval '1 minute' WHERE kind = 'hold'",
    );
    const page = await ask<DetailsModel>(enterDetails, { slug: shop.slug, query: held.query });
    expect(page.model.holdGone).toMatch(/^We kept this time until /);
    expect(page.model.taken).toBeUndefined();
    const booked = await ask(book, { slug: shop.slug, form: { ...page.model.hidden, ...guest } });
    expect(booked).toMatchObject({ status: 303, location: expect.stringMatching(/^\/booked\//) });
  });

  it("keeps every typed word when the time went to somebody else, and offers the nearest ones", async () => {
    const shop = await aUtcShop();
    const start = tenOClock(5);
    const held = await holdAt(shop, start);
    const page = await ask<DetailsModel>(enterDetails, { slug: shop.slug, query: held.query });
    await shop.run((ctx) => ctx.sql("DELETE FROM hold WHERE tenant_id = $1", [ctx.tenantId]));
    await anAppointment(shop, { start });
    const lost = await ask<DetailsModel>(book, { slug: shop.slug, form: { ...page.model.hidden, ...guest } });
    expect(lost.status).toBe(409);
    expect(lost.model.values).toEqual(guest);
    const next = lost.model.taken?.nearest[0]?.start ?? "";
    const booked = await ask(book, {
      slug: shop.slug,
      form: { ...lost.model.hidden, ...guest, start: next },
    });
    expect(booked.status).toBe(303);
  });

  it("comes back with what was typed when more time is asked for", async () => {
    const shop = await aUtcShop();
    const held = await holdAt(shop, tenOClock(6));
    const page = await ask<DetailsModel>(enterDetails, { slug: shop.slug, query: held.query });
    const more = await ask<DetailsModel>(extendTime, {
      slug: shop.slug,
      form: { ...page.model.hidden, ...guest },
    });
    expect(more.model.values).toEqual(guest);
    expect(more.model.hidden.key).toBe(page.model.hidden.key);
    expect(more.model.hold?.secondsLeft).toBeGreaterThan(590);
  });

  it("refuses a form whose hidden field was filled in, in words a person could act on", async () => {
    const shop = await aUtcShop();
    const held = await holdAt(shop, tenOClock(6));
    const page = await ask<DetailsModel>(enterDetails, { slug: shop.slug, query: held.query });
    const form = { ...page.model.hidden, ...guest, website: "https://spam.example" };
    const refused = await ask<DetailsModel>(book, { slug: shop.slug, form });
    expect(refused.status).toBe(422);
    expect(refused.model.problem).toContain("Please press the button again");
  });

  it("asks for a new decision when a used form is sent again with other words", async () => {
    const shop = await aUtcShop();
    const held = await holdAt(shop, tenOClock(7));
    const page = await ask<DetailsModel>(enterDetails, { slug: shop.slug, query: held.query });
    const form = { ...page.model.hidden, ...guest };
    expect((await ask(book, { slug: shop.slug, form })).status).toBe(303);
    const again = await ask<DetailsModel>(book, {
      slug: shop.slug,
      form: { ...form, name: "Somebody Else" },
    });
    expect(again.status).toBe(409);
    expect(again.model.hidden.key).not.toBe(page.model.hidden.key);
  });
});

describe("a booked appointment", () => {
  it("is confirmed with its code and every way to keep it", async () => {
    const shop = await aUtcShop();
    const token = await manageTokenFor(shop, tenOClock(8));
    const { model } = await ask<Extract<PageModel, { page: "confirmation" }>>(showConfirmation, {
      slug: shop.slug,
      token,
    });
    expect(model.facts.code).toMatch(/^[A-Z0-9]{8}$/);
    expect(model.calendar?.file.href).toBe(`/manage/${token}/calendar.ics`);
    expect(model.calendar?.services.map((link) => link.label)).toEqual(
      expect.arrayContaining(["Google", "Outlook", "Yahoo"]),
    );
    expect(model.rescheduleHref).toBe(`/manage/${token}/reschedule`);
  });

  it("past the deadline says until when changes were possible, and offers none", async () => {
    const shop = await aUtcShop({ cancellationWindowMin: 30 * 1440 });
    const token = await manageTokenFor(shop, tenOClock(9));
    const { model } = await ask<ManageModel>(showManage, { slug: shop.slug, token });
    expect(model.blocked?.heading).toBe("Too late to change online");
    expect(model.rescheduleHref ?? model.cancelHref).toBeUndefined();
    for (const step of [askCancel, chooseNewTime]) {
      expect((await ask(step, { slug: shop.slug, token })).location).toBe(`/manage/${token}`);
    }
    expect((await ask(cancel, { slug: shop.slug, token, form: {} })).location).toBe(`/manage/${token}`);
  });

  it("that is cancelled already says so and offers to book again", async () => {
    const shop = await aUtcShop();
    const token = await manageTokenFor(shop, tenOClock(9), "cancelled");
    const { model } = await ask<ManageModel>(showManage, { slug: shop.slug, token });
    expect(model.blocked?.heading).toBe("This appointment is cancelled");
    expect(model.again?.href).toBe(`/book?service=${shop.service.slug}`);
    expect(model.calendar).toBeUndefined();
  });

  it("that loses its new time to somebody else stays where it was and is offered the nearest ones", async () => {
    const shop = await aUtcShop();
    const token = await manageTokenFor(shop, tenOClock(10));
    const wanted = tenOClock(11);
    await anAppointment(shop, { start: wanted });
    const lost = await ask<Extract<PageModel, { page: "move" }>>(moveAppointment, {
      slug: shop.slug,
      token,
      form: { start: wanted, staff: shop.staff[0].id },
    });
    expect(lost.status).toBe(409);
    const next = lost.model.taken?.nearest[0]?.start ?? "";
    const moved = await ask(moveAppointment, {
      slug: shop.slug,
      token,
      form: { ...lost.model.hidden, start: next },
    });
    expect(moved.location).toBe(`/manage/${token}?done=moved`);
  });

  it("is not found under another business's address", async () => {
    const shop = await aUtcShop();
    const other = await aUtcShop();
    const token = await manageTokenFor(shop, tenOClock(12));
    const { status, model } = await ask<NoticeModel>(showManage, { slug: other.slug, token });
    expect(status).toBe(404);
    expect(JSON.stringify(model)).not.toContain(
      shop.service.name === other.service.name ? shop.slug : shop.service.name,
    );
  });
});

describe("an address that sends too much", () => {
  const shared = globalThis as typeof globalThis & { slotkeeperRateLimiter?: RateLimiter | undefined };

  it("is asked to wait, with the time to wait", async () => {
    const shop = await aUtcShop();
    const usual = shared.slotkeeperRateLimiter;
    shared.slotkeeperRateLimiter = createRateLimiter(1);
    try {
      await holdAt(shop, tenOClock(3));
      const second = await ask<NoticeModel>(holdTime, { slug: shop.slug, form: {} });
      expect(second.status).toBe(429);
      expect(second.model).toMatchObject({ page: "notice", kind: "tooMany" });
    } finally {
      shared.slotkeeperRateLimiter = usual;
    }
  });
});
