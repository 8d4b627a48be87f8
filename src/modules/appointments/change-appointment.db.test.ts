import { describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { cancelAppointment } from "./cancel-appointment.ts";
import { completeAppointment } from "./complete-appointment.ts";
import { confirmAppointment } from "./confirm-appointment.ts";
import { editAppointment } from "./edit-appointment.ts";
import { listAppointments } from "./list-appointments.ts";
import { listHistory } from "./list-history.ts";
import { mintManageToken } from "./manage-link.ts";
import { markNoShow } from "./mark-no-show.ts";
import { moveAppointment } from "./move-appointment.ts";
import { readAppointment } from "./read-appointment.ts";
import { rescheduleAppointment } from "./reschedule-appointment.ts";
import { ListAppointmentsInput } from "./schema.ts";

const today = "2030-03-01T00:00:00Z";
const tuesday = "2030-03-05T09:00:00Z";
const wednesday = "2030-03-06T09:00:00Z";

describe("changing an appointment", () => {
  const database = useDatabase();
  const visitor = { as: aVisitor, at: today };
  const owner = { at: today };

  async function booked(shop: Shop, start = tuesday) {
    const appointment = await anAppointment(shop, { start });
    const token = await shop.run((ctx) => mintManageToken(ctx, appointment.id));
    return { ...appointment, token };
  }

  async function claimsOf(id: string): Promise<string[]> {
    const { rows } = await database.superuser.query<{ starts_at: Date }>(
      "SELECT starts_at FROM occupancy WHERE appointment_id = $1",
      [id],
    );
    return rows.map((row) => row.starts_at.toISOString().replace(".000Z", "Z"));
  }

  describe("by its customer", () => {
    it("moves the visit and its claim, and frees the old time", async () => {
      const shop = await aShop();
      const visit = await booked(shop);
      const moved = await shop.run(
        (ctx) => rescheduleAppointment(ctx, { token: visit.token, start: wednesday }),
        visitor,
      );
      expect(moved).toMatchObject({
        ok: true,
        value: { start: wednesday, wallStart: "2030-03-06T10:00", version: 2 },
      });
      expect(await claimsOf(visit.id)).toEqual([wednesday]);
      await anAppointment(shop, { start: tuesday });
    });

    it("moves it also while the business is suspended: it books nothing new", async () => {
      const shop = await aShop({ status: "suspended" });
      const { token } = await booked(shop);
      const move = shop.run((ctx) => rescheduleAppointment(ctx, { token, start: wednesday }), visitor);
      expect(await move).toMatchObject({ value: { start: wednesday } });
      const cancel = shop.run((ctx) => cancelAppointment(ctx, { target: { token }, notify: false }), visitor);
      expect(await cancel).toMatchObject({ ok: true });
    });

    it("may overlap its own old time", async () => {
      const shop = await aShop();
      const visit = await booked(shop);
      const start = "2030-03-05T09:30:00Z";
      const moved = await shop.run(
        (ctx) => rescheduleAppointment(ctx, { token: visit.token, start }),
        visitor,
      );
      expect(moved).toMatchObject({ ok: true, value: { start } });
    });

    it("keeps everything as it was when the new time is taken", async () => {
      const shop = await aShop();
      const visit = await booked(shop);
      await anAppointment(shop, { start: wednesday });
      const moved = await shop.run(
        (ctx) => rescheduleAppointment(ctx, { token: visit.token, start: wednesday }),
        visitor,
      );
      expect(moved).toMatchObject({ ok: false, reason: "slotTaken" });
      expect(await claimsOf(visit.id)).toEqual([tuesday]);
    });

    it("goes to somebody else only when the customer says so", async () => {
      const shop = await aShop().withStaff({ name: "Ada" }).withStaff({ name: "Bea" });
      const visit = await booked(shop);
      await anAppointment(shop, { start: wednesday });
      const wish = { token: visit.token, start: wednesday };
      const same = await shop.run((ctx) => rescheduleAppointment(ctx, wish), visitor);
      expect(same).toMatchObject({ reason: "slotTaken" });
      const any = await shop.run((ctx) => rescheduleAppointment(ctx, { ...wish, staffId: "any" }), visitor);
      expect(any).toMatchObject({ ok: true, value: { staff: { name: "Bea" } } });
    });

    it("is refused after the policy's deadline, but not at it", async () => {
      const shop = await aShop({ cancellationWindowMin: 60 });
      const visit = await booked(shop);
      const at = (moment: string) => ({ as: aVisitor, at: moment });
      const late = at("2030-03-05T08:00:01Z");
      const cancel = { target: { token: visit.token }, notify: true };
      expect(
        await shop.run((ctx) => rescheduleAppointment(ctx, { token: visit.token, start: wednesday }), late),
      ).toMatchObject({ reason: "tooLate" });
      expect(await shop.run((ctx) => cancelAppointment(ctx, cancel), late)).toMatchObject({
        reason: "tooLate",
      });
      expect(
        await shop.run((ctx) => cancelAppointment(ctx, cancel), at("2030-03-05T08:00:00Z")),
      ).toMatchObject({
        ok: true,
      });
    });

    it("cancels once, frees the time and keeps the reason", async () => {
      const shop = await aShop();
      const visit = await booked(shop);
      const cancel = { target: { token: visit.token }, reason: "Ill", notify: true };
      const cancelled = await shop.run((ctx) => cancelAppointment(ctx, cancel), visitor);
      expect(cancelled).toMatchObject({
        ok: true,
        value: { status: "cancelled", cancelReason: "Ill", changeable: false },
      });
      expect(await claimsOf(visit.id)).toEqual([]);
      expect(await shop.run((ctx) => cancelAppointment(ctx, cancel), visitor)).toMatchObject({
        reason: "wrongState",
      });
      expect(
        await shop.run(
          (ctx) => rescheduleAppointment(ctx, { token: visit.token, start: wednesday }),
          visitor,
        ),
      ).toMatchObject({ reason: "wrongState" });
    });

    it("needs the token of this very business", async () => {
      const [shop, other] = [await aShop(), await aShop()];
      const visit = await booked(shop);
      const target = { token: visit.token };
      const [read, cancelled, moved] = await other.run(
        async (ctx) => [
          await readAppointment(ctx, { target }),
          await cancelAppointment(ctx, { target, notify: true }),
          await rescheduleAppointment(ctx, { ...target, start: wednesday }),
        ],
        visitor,
      );
      expect([read, cancelled, moved].map((result) => !result?.ok && result?.reason)).toEqual(
        Array(3).fill("notFound"),
      );
      expect(await claimsOf(visit.id)).toEqual([tuesday]);
    });

    it("is not possible by id, and the team's notes stay the team's", async () => {
      const shop = await aShop();
      const visit = await booked(shop);
      await shop.run(
        (ctx) => editAppointment(ctx, { id: visit.id, internalNotes: "Allergic to mint" }),
        owner,
      );
      const byId = await shop.run((ctx) => readAppointment(ctx, { target: { id: visit.id } }), visitor);
      expect(byId).toMatchObject({ reason: "notFound" });
      const cancelById = { target: { id: visit.id }, notify: true };
      expect(await shop.run((ctx) => cancelAppointment(ctx, cancelById), visitor)).toMatchObject({
        reason: "notFound",
      });
      const byToken = await shop.run(
        (ctx) => readAppointment(ctx, { target: { token: visit.token } }),
        visitor,
      );
      expect(byToken).toMatchObject({ ok: true, value: { internalNotes: null } });
    });
  });

  describe("by the team", () => {
    it("moves to another time, person and length, whatever the hours say", async () => {
      const shop = await aShop().withStaff().withStaff({ name: "Bea" });
      const visit = await booked(shop);
      const to = {
        id: visit.id,
        start: "2030-03-05T21:00:00Z",
        staffId: shop.staff[1]?.id,
        durationMin: 90,
        notify: true,
      };
      const moved = await shop.run((ctx) => moveAppointment(ctx, to), owner);
      expect(moved).toMatchObject({
        ok: true,
        value: { start: to.start, end: "2030-03-05T22:30:00Z", staff: { name: "Bea" } },
      });
    });

    it("never moves onto another visit", async () => {
      const shop = await aShop();
      const visit = await booked(shop);
      await anAppointment(shop, { start: wednesday });
      const to = { id: visit.id, start: "2030-03-06T09:45:00Z", notify: true };
      expect(await shop.run((ctx) => moveAppointment(ctx, to), owner)).toMatchObject({ reason: "slotTaken" });
      expect(await claimsOf(visit.id)).toEqual([tuesday]);
    });

    it("refuses a move by somebody who saw an older version", async () => {
      const shop = await aShop();
      const visit = await booked(shop);
      const move = (start: string, version: number) =>
        shop.run((ctx) => moveAppointment(ctx, { id: visit.id, start, version, notify: false }), owner);
      expect(await move(wednesday, 1)).toMatchObject({ ok: true });
      expect(await move("2030-03-07T09:00:00Z", 1)).toMatchObject({ reason: "wrongState" });
    });

    it("completes, marks a no-show and takes it back, each with who did it", async () => {
      const shop = await aShop();
      const { id } = await booked(shop);
      for (const [verb, status] of [
        [completeAppointment, "completed"],
        [markNoShow, "no_show"],
        [confirmAppointment, "confirmed"],
      ] as const) {
        expect(await shop.run((ctx) => verb(ctx, { id }), owner)).toMatchObject({
          ok: true,
          value: { status },
        });
      }
      const history = await shop.run((ctx) => listHistory(ctx, { id }), owner);
      const entries = history.ok ? history.value : [];
      expect(entries.map((entry) => [entry.type, entry.actorName])).toEqual([
        ["appointment.completed", "Olivia Owner"],
        ["appointment.noShow", "Olivia Owner"],
        ["appointment.confirmed", "Olivia Owner"],
      ]);
    });

    it("does not bring a cancelled visit back", async () => {
      const shop = await aShop();
      const { id } = await booked(shop);
      await shop.run((ctx) => cancelAppointment(ctx, { target: { id }, notify: true }), owner);
      expect(await shop.run((ctx) => confirmAppointment(ctx, { id }), owner)).toMatchObject({
        reason: "wrongState",
      });
      const move = { id, start: wednesday, notify: true };
      expect(await shop.run((ctx) => moveAppointment(ctx, move), owner)).toMatchObject({
        reason: "wrongState",
      });
    });

    it("lets staff see and change their own calendar only", async () => {
      const shop = await aShop().withStaff({ name: "Ada" }).withStaff({ name: "Bea" });
      const own = await booked(shop);
      const others = await anAppointment(shop, { start: tuesday, staffId: shop.staff[1]?.id });
      const ada = { as: aMember("staff", shop.staff[0].id), at: today };
      const listed = await shop.run((ctx) => listAppointments(ctx, ListAppointmentsInput.parse({})), ada);
      expect(listed.ok && listed.value.appointments.map((appointment) => appointment.id)).toEqual([own.id]);
      const read = await shop.run((ctx) => readAppointment(ctx, { target: { id: others.id } }), ada);
      expect(read).toMatchObject({ reason: "notFound" });
      expect(await shop.run((ctx) => completeAppointment(ctx, { id: others.id }), ada)).toMatchObject({
        reason: "notFound",
      });
      const handOver = { id: own.id, start: wednesday, staffId: shop.staff[1]?.id, notify: true };
      expect(await shop.run((ctx) => moveAppointment(ctx, handOver), ada)).toMatchObject({
        reason: "forbidden",
      });
    });

    it("finds nothing of another business", async () => {
      const [shop, other] = [await aShop(), await aShop()];
      const { id } = await booked(shop);
      const outcomes = await other.run(
        async (ctx) => [
          await moveAppointment(ctx, { id, start: wednesday, notify: true }),
          await cancelAppointment(ctx, { target: { id }, notify: true }),
          await completeAppointment(ctx, { id }),
          await markNoShow(ctx, { id }),
          await confirmAppointment(ctx, { id }),
          await editAppointment(ctx, { id, notes: "Hello" }),
          await readAppointment(ctx, { target: { id } }),
          await listHistory(ctx, { id }),
        ],
        owner,
      );
      expect(outcomes.map((outcome) => !outcome.ok && outcome.reason)).toEqual(Array(8).fill("notFound"));
      const move = { id: newId(), start: wednesday, notify: true };
      expect(await shop.run((ctx) => moveAppointment(ctx, move), owner)).toMatchObject({
        reason: "notFound",
      });
      expect(await claimsOf(id)).toEqual([tuesday]);
    });
  });

  it("lists visits in pages that leave none out, forwards and backwards", async () => {
    const shop = await aShop();
    const starts = Array.from({ length: 7 }, (_, day) => `2030-03-0${day + 1}T09:00:00Z`);
    for (const start of starts) await anAppointment(shop, { start });
    const pages = async (order: "asc" | "desc") => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const input = ListAppointmentsInput.parse({ order, limit: 3, cursor });
        const page = await shop.run((ctx) => listAppointments(ctx, input), owner);
        if (!page.ok) throw new Error(page.message);
        seen.push(...page.value.appointments.map((appointment) => appointment.start));
        cursor = page.value.nextCursor ?? undefined;
      } while (cursor);
      return seen;
    };
    expect(await pages("asc")).toEqual(starts);
    expect(await pages("desc")).toEqual([...starts].reverse());
  });

  it("searches names, addresses and codes, taking wildcards as they are written", async () => {
    const shop = await aShop();
    const visit = await booked(shop);
    const search = async (text: string) => {
      const input = ListAppointmentsInput.parse({ search: text });
      const found = await shop.run((ctx) => listAppointments(ctx, input), owner);
      return found.ok ? found.value.appointments.length : -1;
    };
    expect(await search("carla")).toBe(1);
    expect(await search(visit.code)).toBe(1);
    expect(await search("%")).toBe(0);
    expect(await search("nobody")).toBe(0);
  });
});
