import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";

const rounds = 100;

/** How many rounds had how many winners. */
function tally(winners: readonly number[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const count of winners) counts[count] = (counts[count] ?? 0) + 1;
  return counts;
}

/** What the database itself promises, with the verbs left out: raw connections against the table and its functions. */
describe("claims on one moment", () => {
  const database = useDatabase();
  let shop: Shop;
  let clients: pg.Client[] = [];

  beforeAll(async () => {
    shop = await aShop().withStaff().withStaff().withStaff();
    clients = Array.from({ length: 50 }, () => new pg.Client({ connectionString: database.urls.app }));
    await Promise.all(clients.map((client) => client.connect()));
  });
  afterAll(() => Promise.all(clients.map((client) => client.end())));

  /** Runs `attempt` as one transaction of the business; what it returns, or the error's code. */
  async function transact(client: pg.Client, attempt: () => Promise<unknown>): Promise<unknown> {
    await client.query("BEGIN");
    try {
      await client.query("SELECT use_tenant($1)", [shop.tenantId]);
      const outcome = await attempt();
      await client.query("COMMIT");
      return outcome;
    } catch (error) {
      await client.query("ROLLBACK");
      return (error as { code?: string }).code;
    }
  }

  /** A hold of an hour that starts at `start`, whose claim the caller writes. */
  async function writeHold(client: pg.Client, start: string): Promise<string> {
    const id = newId();
    await client.query(
      `INSERT INTO hold (tenant_id, id, token_hash, service_id, staff_id, location_id, starts_at, ends_at, expires_at)
       VALUES ($1, $2, gen_random_uuid()::text, $3, $4, $5, $6, $6::timestamptz + interval '1 hour', clock_timestamp() + interval '1 hour')`,
      [shop.tenantId, id, shop.service.id, shop.staff[0].id, shop.location.id, start],
    );
    return id;
  }

  const startOf = (round: number) => new Date(Date.UTC(2031, 0, 1, round * 2)).toISOString();

  async function overlaps(): Promise<number> {
    const { rows } = await database.superuser.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM occupancy a JOIN occupancy b
         ON a.tenant_id = b.tenant_id AND a.subject_id = b.subject_id AND a.id < b.id
         AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`,
    );
    return rows[0]?.count ?? -1;
  }

  async function winnersPerRound(
    clientCount: number,
    claim: (client: pg.Client, start: string) => Promise<unknown>,
  ) {
    const winners: number[] = [];
    const codes = new Set<unknown>();
    await database.superuser.query("DELETE FROM hold");
    for (let round = 0; round < rounds; round++) {
      const start = startOf(round);
      const outcomes = await Promise.all(
        clients.slice(0, clientCount).map((client) => transact(client, () => claim(client, start))),
      );
      winners.push(outcomes.filter((outcome) => outcome === true).length);
      for (const outcome of outcomes) if (outcome !== true) codes.add(outcome);
    }
    return { winners, codes: [...codes] };
  }

  const throughFunction = async (client: pg.Client, start: string) => {
    const hold = await writeHold(client, start);
    const { rows } = await client.query<{ won: boolean }>(
      `SELECT claim_time($1, 'hold', $2, clock_timestamp() + interval '1 hour', $5, ARRAY[$3::uuid], $4,
         $4::timestamptz + interval '1 hour') AS won`,
      [shop.tenantId, hold, shop.staff[0].id, start, shop.location.id],
    );
    if (!rows[0]?.won) throw Object.assign(new Error("lost"), { code: "lost" });
    return true;
  };

  it.each([2, 8, 50])(
    "have one winner among %i clients of claim_time, and no deadlock",
    async (clientCount) => {
      const { winners, codes } = await winnersPerRound(clientCount, throughFunction);
      expect(tally(winners)).toEqual({ 1: rounds });
      expect(codes).toEqual(["lost"]);
      expect(await overlaps()).toBe(0);
    },
  );

  it.each([2, 8])(
    "have at most one winner among %i clients that bypass the function",
    async (clientCount) => {
      const { winners } = await winnersPerRound(clientCount, async (client, start) => {
        const hold = await writeHold(client, start);
        // Plain inserts deadlock among themselves, which is why the product has none: whoever waits gives up soon.
        await client.query("SET LOCAL lock_timeout = '20ms'");
        await client.query(
          `INSERT INTO occupancy (tenant_id, id, subject_id, starts_at, ends_at, kind, hold_id, expires_at)
         VALUES ($1, gen_random_uuid(), $2, $3, $3::timestamptz + interval '1 hour', 'hold', $4,
           clock_timestamp() + interval '1 hour')`,
          [shop.tenantId, shop.staff[0].id, start, hold],
        );
        return true;
      });
      expect(Math.max(...winners)).toBe(1);
      expect(await overlaps()).toBe(0);
    },
  );

  it("give the first available to as many clients as there are staff members", async () => {
    const staffIds = shop.staff.map((member) => member.id);
    const { winners, codes } = await winnersPerRound(20, async (client, start) => {
      const hold = await writeHold(client, start);
      const { rows } = await client.query<{ winner: number | null }>(
        `SELECT claim_first_free($1, 'hold', $2, clock_timestamp() + interval '1 hour', $3, 1, $5, $4,
           $4::timestamptz + interval '1 hour') AS winner`,
        [shop.tenantId, hold, staffIds, start, staffIds.map(() => shop.location.id)],
      );
      if (!rows[0]?.winner) throw Object.assign(new Error("lost"), { code: "lost" });
      return true;
    });
    expect(tally(winners)).toEqual({ [staffIds.length]: rounds });
    expect(codes).toEqual(["lost"]);
    expect(await overlaps()).toBe(0);
  });

  it("leave no room unused when each needs a person and a room, and rivals take them in any order", async () => {
    const people = shop.staff.map((member) => member.id);
    const rooms = [newId(), newId()];
    const pairs = people.flatMap((person) => rooms.map((room) => [person, room]));
    const { winners, codes } = await winnersPerRound(20, async (client, start) => {
      const hold = await writeHold(client, start);
      const turn = Number.parseInt(hold.slice(-4), 16) % pairs.length;
      const sets = [...pairs.slice(turn), ...pairs.slice(0, turn)];
      const claim = () =>
        client.query<{ winner: number | null }>(
          `SELECT claim_first_free($1, 'hold', $2, clock_timestamp() + interval '1 hour', $3, 2, $5, $4,
             $4::timestamptz + interval '1 hour') AS winner`,
          [shop.tenantId, hold, sets.flat(), start, sets.map(() => shop.location.id)],
        );
      // A set may be lost for the half that its winner gave back: while rooms are left, they are asked for again.
      const used = () =>
        client.query(
          "SELECT 1 FROM occupancy WHERE tenant_id = $1 AND starts_at = $2 AND subject_id = ANY ($3)",
          [shop.tenantId, start, rooms],
        );
      do if ((await claim()).rows[0]?.winner) return true;
      while ((await used()).rowCount !== rooms.length);
      throw Object.assign(new Error("lost"), { code: "lost" });
    });
    expect(tally(winners)).toEqual({ 2: rounds });
    expect(codes).toEqual(["lost"]);
    expect(await overlaps()).toBe(0);
  }, 60_000);

  it("are all written or none, and never deadlock however they are ordered", async () => {
    const staffIds = shop.staff.map((member) => member.id);
    const { winners, codes } = await winnersPerRound(20, async (client, start) => {
      const hold = await writeHold(client, start);
      const order = staffIds.map((id) => ({
        id,
        at: Math.abs(Math.sin(Number.parseInt(hold.slice(0, 6), 16) + id.charCodeAt(0))),
      }));
      const shuffled = order.sort((a, b) => a.at - b.at).map(({ id }) => id);
      const { rows } = await client.query<{ won: boolean }>(
        `SELECT claim_first_free($1, 'hold', $2, clock_timestamp() + interval '1 hour', $3, $5, ARRAY[$6::uuid], $4,
           $4::timestamptz + interval '1 hour') IS NOT NULL AS won`,
        [shop.tenantId, hold, shuffled, start, shuffled.length, shop.location.id],
      );
      // Committed either way: a lost call must have taken its own claims back.
      return rows[0]?.won;
    });
    expect(tally(winners)).toEqual({ 1: rounds });
    expect(codes).toEqual([false]);
    const { rows } = await database.superuser.query<{ claims: number }>(
      "SELECT DISTINCT count(*)::int AS claims FROM occupancy GROUP BY hold_id",
    );
    expect(rows).toEqual([{ claims: staffIds.length }]);
  });

  it("of a hold that has run out stand in nobody's way", async () => {
    await database.superuser.query("DELETE FROM hold");
    const [client] = clients;
    if (!client) throw new Error("No connection");
    const start = startOf(0);
    expect(await transact(client, () => throughFunction(client, start))).toBe(true);
    expect(await transact(client, () => throughFunction(client, start))).toBe("lost");
    await database.superuser.query(
      "UPDATE occupancy SET expires_at = clock_timestamp() - interval '1 second'",
    );
    expect(await transact(client, () => throughFunction(client, start))).toBe(true);
  });

  it("touch without overlapping", async () => {
    await database.superuser.query("DELETE FROM hold");
    const [client] = clients;
    if (!client) throw new Error("No connection");
    const at = (hour: number) => new Date(Date.UTC(2032, 0, 1, hour)).toISOString();
    expect(await transact(client, () => throughFunction(client, at(9)))).toBe(true);
    expect(await transact(client, () => throughFunction(client, at(10)))).toBe(true);
    expect(await transact(client, () => throughFunction(client, at(8)))).toBe(true);
    expect(await transact(client, () => throughFunction(client, at(9)))).toBe("lost");
  });
});
