import pg from "pg";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase } from "#testing/empty-database.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { refusePrivilegedRole } from "./refuse-privileged-role.ts";

let urls: Awaited<ReturnType<typeof createEmptyDatabase>>;
beforeAll(async () => {
  urls = await createEmptyDatabase();
  await prepareDatabase(urls);
});

const open: pg.Client[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.end()));
});

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  open.push(client);
  return client;
}

/** A login with the given attributes, on this test's own database. */
async function connectAsNewLogin(name: string, attributes: string, group?: string): Promise<pg.Client> {
  const admin = await connect(urls.superuser);
  const database = new URL(urls.superuser).pathname.slice(1);
  await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD 'x' ${attributes}`);
  await admin.query(`GRANT CONNECT ON DATABASE ${database} TO ${name}`);
  if (group) await admin.query(`GRANT ${group} TO ${name}`);
  const url = new URL(urls.superuser);
  url.username = name;
  url.password = "x";
  return connect(url.href);
}

describe("starting the application", () => {
  it.each(["app", "jobs"] as const)("is allowed as the %s login", async (login) => {
    await expect(refusePrivilegedRole(await connect(urls[login]))).resolves.toBeUndefined();
  });

  it("is refused as a superuser", async () => {
    await expect(refusePrivilegedRole(await connect(urls.superuser))).rejects.toThrow(
      "its database login is postgres, which is a superuser",
    );
  });

  it("is refused as a role with BYPASSRLS", async () => {
    const client = await connectAsNewLogin("privileged_bypass", "BYPASSRLS");
    await expect(refusePrivilegedRole(client)).rejects.toThrow("is privileged_bypass, which has BYPASSRLS");
  });

  it("is refused as the owner of the tables", async () => {
    await expect(refusePrivilegedRole(await connect(urls.owner))).rejects.toThrow(
      "is slotkeeper_owner, which owns tables with row-level security",
    );
  });

  it("is refused as a login that may become the owner", async () => {
    const client = await connectAsNewLogin("privileged_member", "", "slotkeeper_owner");
    await expect(refusePrivilegedRole(client)).rejects.toThrow("may act as slotkeeper_owner, which owns");
  });

  it("is refused when a superuser hides behind a harmless role", async () => {
    const client = await connect(urls.superuser);
    await client.query("SET ROLE slotkeeper_app");
    await expect(refusePrivilegedRole(client)).rejects.toThrow("is postgres, which is a superuser");
  });
});
