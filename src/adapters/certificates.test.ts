import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cloudflareCertificates } from "#adapters/cloudflare/certificates.ts";
import { cloudflare } from "#adapters/cloudflare/manifest.ts";
import { certificatesOfProxy, proxyCertificates } from "#adapters/sandbox/certificates.ts";
import type { CertificateProvider } from "#modules/domains/ports.ts";
import { type CloudflareServer, startCloudflareServer } from "#testing/cloudflare-server.ts";

let server: CloudflareServer;

beforeAll(async () => {
  server = await startCloudflareServer();
});
afterAll(() => server.close());

const connectLocal = () => cloudflareCertificates(server);

const providers: [string, () => CertificateProvider][] = [
  ["Cloudflare for SaaS", connectLocal],
  ["the reverse proxy in front", proxyCertificates],
];

describe.each(providers)("certificates by %s", (_name, connect) => {
  it("are asked for once for a host, however often", async () => {
    const certificates = connect();
    const first = await certificates.create("book.once.example");
    expect(await certificates.create("book.once.example")).toEqual(first);
    expect(first.problem).toBeNull();
  });

  it("are there until they are given back, which can be done twice", async () => {
    const certificates = connect();
    const { providerId, status } = await certificates.create("book.back.example");
    const id = providerId ?? "nothing-to-keep";
    expect((await certificates.read(id))?.status ?? null).toBe(status);
    await certificates.remove(id);
    expect(await certificates.read(id)).toBeNull();
    await certificates.remove(id);
  });

  it("of a host that nobody asked for are not there", async () => {
    expect(await connect().read("0d89c70dad9f4843b99f6cc0252067e9")).toBeNull();
  });
});

describe("Cloudflare for SaaS", () => {
  it.each([
    ["pending_validation", "pending"],
    ["initializing", "pending"],
    ["active", "active"],
    ["validation_timed_out", "failed"],
    ["expired", "failed"],
  ])("says %s where we say %s", async (theirs, ours) => {
    const certificates = connectLocal();
    const { providerId } = await certificates.create(`book.${theirs.replaceAll("_", "-")}.example`);
    server.setStatus(providerId ?? "", theirs);
    expect(await certificates.read(providerId ?? "")).toMatchObject({ status: ours });
  });

  it("asks for records that are shown", async () => {
    const { records } = await connectLocal().create("book.records.example");
    expect(records).toEqual([
      { type: "TXT", name: "_acme-challenge.book.records.example", value: "810b7d5f" },
    ]);
  });

  it("is no answer when the token is wrong", async () => {
    const stranger = cloudflareCertificates({ ...server, apiToken: "wrong" });
    await expect(stranger.create("book.wrong.example")).rejects.toThrow(/401|10000/);
  });

  it("is used when a token and a zone are set, the proxy otherwise", () => {
    expect(cloudflare.isConfigured({ CLOUDFLARE_API_TOKEN: "t", CLOUDFLARE_ZONE_ID: "z" })).toBe(true);
    expect(cloudflare.isConfigured({ CLOUDFLARE_API_TOKEN: "t" })).toBe(false);
    expect(certificatesOfProxy.isConfigured({})).toBe(true);
  });
});

const contracts = join(import.meta.dirname, "../../../shared/contracts");
const contract = join(contracts, "specs/cloudflare-custom-hostnames.json");
const program = join(contracts, "contract-server.mjs");

describe("what is asked of Cloudflare", () => {
  it("is accepted by its published contract", async () => {
    if (!existsSync(contract) || !existsSync(program)) {
      console.info(
        "Not checked against Cloudflare's contract: the folder with contracts is not beside this one.",
      );
      return;
    }
    const port = await freePort();
    const said: string[] = [];
    const child = spawn(process.execPath, [program, contract, String(port)], {
      cwd: join(import.meta.dirname, "../.."),
    });
    child.stdout.on("data", (chunk: Buffer) => said.push(chunk.toString()));
    try {
      await answering(port);
      const certificates = cloudflareCertificates({ ...server, baseUrl: `http://127.0.0.1:${port}` });
      const { providerId } = await certificates.create("book.contract.example");
      await certificates.read(providerId ?? "");
      await certificates.remove(providerId ?? "");
      await expect.poll(() => requestsIn(said)).toEqual(["200 GET", "200 POST", "200 GET", "200 DELETE"]);
    } finally {
      child.kill();
    }
  });
});

/** Status and method of each request that the server writes about; it answers 400 to what the contract forbids. */
function requestsIn(said: string[]): string[] {
  const lines = said.join("").split("\n");
  const about = lines.filter((line) => line.includes("custom_hostnames"));
  return about.map((line) => line.split(" ").slice(0, 2).join(" "));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function answering(port: number): Promise<void> {
  const reached = () =>
    fetch(`http://127.0.0.1:${port}/zones/x`).then(
      () => true,
      () => false,
    );
  await expect.poll(reached, { timeout: 10_000 }).toBe(true);
}
