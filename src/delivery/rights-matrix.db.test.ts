import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { MemberActor } from "#database/tenant-context.ts";
import { type Cell, platformMatrix, teamMatrix } from "#delivery/rights-matrix.ts";
import { appRouter } from "#delivery/trpc/app-router.ts";
import { contextFor } from "#delivery/trpc/context.ts";
import { createCaller } from "#delivery/trpc/procedures.ts";
import { newId } from "#kernel/ids.ts";
import { addSession } from "#modules/classes/add-session.ts";
import { anAppointment } from "#testing/builders/appointment.ts";
import { aTeamMember, type BuiltMember } from "#testing/builders/member.ts";
import { aPlatformAdmin } from "#testing/builders/platform-admin.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { sampleInput } from "#testing/sample-input.ts";

type Procedure = { _def: { inputs: z.ZodType[] } };

const procedures = appRouter._def.procedures as unknown as Record<string, Procedure>;

const start = "2027-03-02T15:00:00Z";
const monday = [{ weekday: 1, intervals: [{ startMinute: 540, endMinute: 600 }] }];

/** What a shape alone does not tell. */
const samples: Record<string, object> = {
  "platform.deleteJob": { jobId: "1" },
  "platform.retryJob": { jobId: "1" },
  "platform.savePlan": { stripePriceId: null },
  "schedule.saveHoursPlan": { weeks: [monday], dateFrom: "2027-03-01", dateTo: "2027-03-31" },
  "team.invite": { role: "staff" },
};

/** Where a calendar counts: what is asked about a visit, and how. */
type Visit = { id: string; staffId: string; serviceId: string };
const aboutVisit: Record<string, (visit: Visit) => object> = {
  "appointments.book": ({ staffId, serviceId }) => ({ serviceId, staffId, start, customer: { name: "Eve" } }),
  "appointments.cancel": ({ id }) => ({ target: { id } }),
  "appointments.list": ({ staffId }) => ({ staffId }),
  "appointments.move": ({ id }) => ({ id, start: "2027-03-03T15:00:00Z" }),
  "appointments.read": ({ id }) => ({ target: { id } }),
  "classes.listSessions": ({ staffId }) => ({ staffId, from: start, to: "2027-03-04T00:00:00Z" }),
};

type Ask = (path: string, input: unknown) => Promise<unknown>;

/** Calls procedures by their path, as a member or (null) as somebody who is not signed in. */
function asking(shop: Shop, actor: MemberActor | null): Ask {
  const user = { userId: actor?.userId ?? "", email: "asker@example.com", name: "Asker" };
  const member = actor && { tenantId: shop.tenantId, actor, user, sessionId: newId() };
  const caller = createCaller(appRouter)(contextFor(async () => member));
  const groups = caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  return async (path, input) => {
    const [group = "", name = ""] = path.split(".");
    return groups[group]?.[name]?.(input);
  };
}

/** A refusal for want of a right is the matter of this table; any other answer means that the right was there. */
async function codeOf(answer: Promise<unknown>): Promise<string> {
  try {
    await answer;
    return "OK";
  } catch (error) {
    const { code = "INTERNAL_SERVER_ERROR" } = error as { code?: string };
    if (code === "INTERNAL_SERVER_ERROR") throw error;
    return code;
  }
}

const denials = ["FORBIDDEN", "UNAUTHORIZED"];

async function cellOf(ask: Ask, path: string): Promise<Cell> {
  const code = await codeOf(ask(path, inputOf(path)));
  return denials.includes(code) ? "denied" : "allowed";
}

function inputOf(path: string): unknown {
  const schema = procedures[path]?._def.inputs[0];
  if (!schema) return undefined;
  const input = { ...(sampleInput(schema) as object), ...samples[path] };
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new Error(`Add a sample for ${path}: ${parsed.error.message}`);
  return input;
}

/** Whether an asker gets at a visit: it is listed, or the answer is not that there is none. */
async function reaches(ask: Ask, path: string, visit: Visit): Promise<boolean> {
  const input = (aboutVisit[path] ?? (({ id }) => ({ id })))(visit);
  if (/\.list[A-Z]?/.test(path)) {
    const listed = await ask(path, input).catch(() => ({}));
    return Object.values(listed as object)
      .flat()
      .some(Boolean);
  }
  return ![...denials, "NOT_FOUND"].includes(await codeOf(ask(path, input)));
}

async function calendarCellOf(ask: Ask, path: string, { mine, theirs }: World): Promise<Cell> {
  const [own, others] = [await reaches(ask, path, mine), await reaches(ask, path, theirs)];
  if (own && others) return "allowed";
  return own ? "own" : others ? "allowed" : "denied";
}

/** A business with two calendars: a visit and a class date in each. */
type World = { shop: Shop; mine: Visit; theirs: Visit; admin: BuiltMember; staff: BuiltMember };

async function aWorld(status: "active" | "suspended"): Promise<World> {
  const shop = await aShop()
    .withStaff()
    .withStaff()
    .withService()
    .withService({ kind: "class", capacity: 5 });
  const visits: Visit[] = [];
  for (const { id: staffId } of shop.staff) {
    const { id } = await anAppointment(shop, { start, staffId });
    const place = { serviceId: shop.services[1]?.id ?? "", staffId, locationId: shop.location.id };
    await shop.run((ctx) => addSession(ctx, { ...place, date: "2027-03-03", startMinute: 600 }));
    visits.push({ id, staffId, serviceId: shop.service.id });
  }
  const [mine, theirs] = visits as [Visit, Visit];
  const admin = await aTeamMember(shop, "admin");
  const staff = await aTeamMember(shop, "staff", { staffId: mine.staffId });
  await shop.run((ctx) => ctx.db.tenant.updateMany({ data: { status } }));
  return { shop, mine, theirs, admin, staff };
}

/** Whoever runs the installation, or (`isPlatformAdmin` false) belongs to a business and tries. */
async function platformCellOf(userId: string, isPlatformAdmin: boolean, path: string): Promise<Cell> {
  const login = { userId, email: "asker@example.com", name: "Asker" };
  const found = { login, sessionId: newId(), isPlatformAdmin, isFromSite: false, acting: null };
  const asker = contextFor({ member: async () => null, login: async () => found });
  const name = path.slice("platform.".length);
  const { platform } = createCaller(appRouter)(asker);
  const ask = (platform as unknown as Record<string, (input: unknown) => Promise<unknown>>)[name];
  const answer = Promise.resolve(ask?.(inputOf(path)));
  const message = await answer.then(
    () => "",
    (error: Error) => error.message,
  );
  return message === "There is nothing at this address." ? "denied" : "allowed";
}

describe("the matrix of role and verb", () => {
  const database = useDatabase();
  let world: World;
  let closed: World;

  const ownerOf = ({ shop }: World): MemberActor => ({
    kind: "member",
    userId: shop.ownerUserId,
    role: "owner",
  });

  /** Each member asks as themselves; whoever leaves is somebody who is not needed any more. */
  async function ask(path: string, actor: MemberActor | null, where = world): Promise<Cell> {
    const { shop } = where;
    const asker =
      path === "team.leave" && actor && actor.role !== "owner"
        ? (await aTeamMember(shop, actor.role)).actor
        : actor;
    const isOfCalendars = teamMatrix[path]?.staff === "own";
    const asks = asking(shop, asker);
    return isOfCalendars ? calendarCellOf(asks, path, where) : cellOf(asks, path);
  }

  beforeAll(async () => {
    [world, closed] = [await aWorld("active"), await aWorld("suspended")];
  });

  it("has a row for every procedure of the dashboard, and none too many", () => {
    const stated = [...Object.keys(teamMatrix), ...Object.keys(platformMatrix)];
    expect(stated.sort()).toEqual(Object.keys(procedures).sort());
  });

  it.each(Object.entries(teamMatrix))("holds for %s", async (path, row) => {
    const { admin, staff } = world;
    expect({
      owner: await ask(path, ownerOf(world)),
      admin: await ask(path, admin.actor),
      staff: await ask(path, staff.actor),
      suspended: await ask(path, ownerOf(closed), closed),
      nobody: await ask(path, null),
    }).toEqual({
      owner: row.owner,
      admin: row.admin,
      staff: row.staff,
      suspended: row.suspended,
      nobody: "denied",
    });
  });

  it.each(Object.entries(platformMatrix))("holds for %s", async (path, row) => {
    const { admin, staff, shop } = world;
    const { userId } = await aPlatformAdmin(database);
    expect({
      platformAdmin: await platformCellOf(userId, true, path),
      owner: await platformCellOf(shop.ownerUserId, false, path),
      admin: await platformCellOf(admin.userId, false, path),
      staff: await platformCellOf(staff.userId, false, path),
    }).toEqual(row);
    expect(await codeOf(asking(shop, null)(path, inputOf(path)))).toBe("NOT_FOUND");
  });

  const withRight = Object.entries(teamMatrix).flatMap(([path, row]) =>
    row.right === null ? [] : [{ path, row, right: row.right }],
  );

  it.each(withRight)(
    "follows $right where it was granted or denied, for $path",
    async ({ path, row, right }) => {
      const { admin, staff } = world;
      const granted = row.staff === "own" ? [right, "calendar.all"] : [right];
      expect({
        staffGranted: await ask(path, { ...staff.actor, granted }),
        adminDenied: await ask(path, { ...admin.actor, denied: [right] }),
        staffDenied: await ask(path, { ...staff.actor, denied: [right] }),
      }).toEqual({ staffGranted: "allowed", adminDenied: "denied", staffDenied: "denied" });
    },
  );

  const ofCalendars = Object.entries(teamMatrix).filter(([, row]) => row.staff === "own");

  it.each(ofCalendars)("opens no calendar of another business to its owner, by %s", async (path) => {
    const asks = asking(closed.shop, ownerOf(closed));
    expect(await calendarCellOf(asks, path, world)).toBe("denied");
  });

  it.each(ofCalendars)("keeps an admin without all calendars to none, by %s", async (path) => {
    expect(await ask(path, { ...world.admin.actor, denied: ["calendar.all"] })).toBe("denied");
  });
});
