import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { embeddedPaths } from "./embedded-folder.ts";
import { startEmbeddedServer } from "./embedded-server.ts";
import { type EmbeddedDatabase, openEmbeddedDatabase } from "./open-embedded.ts";

let dataDir = "";
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "slotkeeper-test-server-"));
});
afterAll(async () => {
  await (await startEmbeddedServer({ dataDir })).stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function using<T>(work: (database: EmbeddedDatabase) => Promise<T>): Promise<T> {
  const database = await openEmbeddedDatabase(dataDir);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

describe("the embedded server", () => {
  it("keeps its data, its port and its passwords between starts", async () => {
    const first = await using(async ({ urls }) => {
      await query(urls.owner, "CREATE TABLE kept AS SELECT 42 AS answer");
      return urls;
    });
    const second = await using(async ({ urls }) => {
      expect(await query(urls.owner, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
      return urls;
    });
    expect(second).toEqual(first);
  });

  it("shows its passwords to nobody else on the machine", async () => {
    const { settings, cluster } = embeddedPaths(dataDir);
    expect((await stat(settings)).mode & 0o777).toBe(0o600);
    expect((await stat(cluster)).mode & 0o077).toBe(0);
  });

  it("listens on the loopback interface, writes every commit to disk, and speaks UTF-8 and UTC", async () => {
    const names = "listen_addresses,fsync,synchronous_commit,server_encoding,TimeZone,max_connections".split(
      ",",
    );
    const rows = await using(({ urls }) =>
      query(urls.app, `SELECT ${names.map((name) => `current_setting('${name}') AS "${name}"`).join(", ")}`),
    );
    expect(Object.values(rows[0])).toEqual(["127.0.0.1", "on", "on", "UTF8", "UTC", "200"]);
  });

  it("lets one process at a time be in charge, and a guest leave without stopping the server", async () => {
    await using(async (owner) => {
      const guest = await openEmbeddedDatabase(dataDir);
      expect([owner.inCharge, guest.inCharge]).toEqual([true, false]);
      expect(guest.urls).toEqual(owner.urls);
      await guest.close();
      expect(await query(owner.urls.app, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    });
  });

  it("takes over a server whose launcher was killed", async () => {
    const left = await startEmbeddedServer({ dataDir });
    const found = await startEmbeddedServer({ dataDir });
    expect([left.adopted, found.adopted, found.pid]).toEqual([false, true, left.pid]);
    await found.stop();
    await left.ended;
  });

  it("starts again after the server was killed in the middle of its work, with what was committed", async () => {
    const server = await startEmbeddedServer({ dataDir });
    process.kill(server.pid, "SIGKILL");
    await server.ended;
    const answer = await using(({ urls }) => query(urls.owner, "SELECT answer FROM kept"));
    expect(answer).toEqual([{ answer: 42 }]);
  });

  it("is started again by whoever is in charge when it is killed, at the same address", async () => {
    await using(async ({ urls }) => {
      const lock = join(embeddedPaths(dataDir).cluster, "postmaster.pid");
      const pid = Number((await readFile(lock, "utf8")).split("\n")[0]);
      process.kill(pid, "SIGKILL");
      const answers = () => query(urls.app, "SELECT 1 AS one").catch(() => []);
      await expect.poll(answers, { timeout: 15_000, interval: 50 }).toEqual([{ one: 1 }]);
    });
  });

  it("is not misled by the lock file of a server that is gone, whoever has its process number now", async () => {
    const lock = join(embeddedPaths(dataDir).cluster, "postmaster.pid");
    await writeFile(
      lock,
      `${process.pid}\n${embeddedPaths(dataDir).cluster}\n0\n5432\n\n127.0.0.1\n\nready\n`,
    );
    expect(await using(({ urls }) => query(urls.app, "SELECT 1 AS one"))).toEqual([{ one: 1 }]);
  });
});
