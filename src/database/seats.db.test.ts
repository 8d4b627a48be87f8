import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#kernel/ids.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";

const rounds = 20;
const rivals = 50;
const capacity = 3;

/** What the database itself promises about seats, with the verbs left out: raw connections against its functions. */
describe("seats of one session", () => {
  const database = useDatabase();
  let shop: Shop;
  let clients: pg.Client[] = [];

  beforeAll(async () => {
    shop = await aShop().withService({ kind: "class", capacity });
    clients = Array.from({ length: rivals }, () => new pg.Client({ connectionString: database.urls.app }));
    await Promise.all(clients.map((client) => client.connect()));
  });
  afterAll(() => Promise.all(clients.map((client) => client.end())));

  async function aSession(): Promise<string> {
    const id = newId();
    await database.superuser.query(
      `INSERT INTO class_session (tenant_id, id, service_id, staff_id, location_id, starts_at, ends_at, time_zone,
         wall_start, capacity)
       VALUES ($1, $2, $3, $4, $5, '2032-01-01T10:00Z', '2032-01-01T11:00Z', 'UTC', '2032-01-01T10:00', $6)`,
      [shop.tenantId, id, shop.service.id, shop.staff[0].id, shop.location.id, capacity],
    );
    return id;
  }

  /** One transaction of the business. */
  async function transact<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
    await client.query("BEGIN");
    await client.query("SELECT use_tenant($1)", [shop.tenantId]);
    const outcome = await work();
    await client.query("COMMIT");
    return outcome;
  }

  const book = (client: pg.Client, session: string, seats: number) =>
    transact(client, async () => {
      const { rows } = await client.query("SELECT free FROM take_seats($1, $2, $3)", [
        shop.tenantId,
        session,
        seats,
      ]);
      return rows[0].free >= seats ? seats : 0;
    });

  const keep = (client: pg.Client, session: string, seats: number) =>
    transact(client, async () => {
      const { rows } = await client.query("SELECT lock_seats($1, $2) AS free", [shop.tenantId, session]);
      if (rows[0].free < seats) return 0;
      await client.query(
        `INSERT INTO hold (tenant_id, id, token_hash, service_id, staff_id, location_id, session_id, seats, starts_at,
           ends_at, expires_at)
         VALUES ($1, $2, gen_random_uuid()::text, $3, $4, $5, $6, $7, '2032-01-01T10:00Z', '2032-01-01T11:00Z',
           clock_timestamp() + interval '1 hour')`,
        [shop.tenantId, newId(), shop.service.id, shop.staff[0].id, shop.location.id, session, seats],
      );
      return seats;
    });

  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

  async function takenOf(session: string): Promise<number> {
    const { rows } = await database.superuser.query("SELECT seats_taken FROM class_session WHERE id = $1", [
      session,
    ]);
    return rows[0].seats_taken;
  }

  it("are sold once, all of them, to rivals who want one or two", async () => {
    for (let round = 0; round < rounds; round++) {
      const session = await aSession();
      const won = await Promise.all(clients.map((client, index) => book(client, session, (index % 2) + 1)));
      expect(sum(won)).toBe(capacity);
      expect(await takenOf(session)).toBe(capacity);
    }
  });

  it("are sold or kept once where some rivals book and others hold", async () => {
    for (let round = 0; round < rounds; round++) {
      const session = await aSession();
      const won = await Promise.all(
        clients.map((client, index) => (index % 2 ? book(client, session, 1) : keep(client, session, 1))),
      );
      expect(sum(won)).toBe(capacity);
      expect(await takenOf(session)).toBe(sum(won.filter((_, index) => index % 2)));
    }
  });

  it("cannot be oversold by an update that bypasses the function", async () => {
    const session = await aSession();
    await expect(
      database.superuser.query("UPDATE class_session SET seats_taken = $2 WHERE id = $1", [
        session,
        capacity + 1,
      ]),
    ).rejects.toThrow("class_session_seats_ck");
  });

  it("of a cancelled session or another business's are none", async () => {
    const [client] = clients as [pg.Client];
    const session = await aSession();
    await database.superuser.query("UPDATE class_session SET cancelled_at = now() WHERE id = $1", [session]);
    const ask = (id: string) =>
      transact(client, () => client.query("SELECT * FROM take_seats($1, $2, 1)", [shop.tenantId, id]));
    expect((await ask(session)).rows).toEqual([]);
    expect((await ask(newId())).rows).toEqual([]);
  });
});
