import { expect } from "@playwright/test";
import { type DnsRecords, type DnsServer, startDnsServer } from "../../src/testing/dns-server.ts";

/** The product asks one name server (DNS_SERVERS): journeys that need it take turns. */
export async function withNameServer<T>(work: (records: DnsRecords) => Promise<T>): Promise<T> {
  const port = Number(process.env.DNS_SERVERS?.split(":")[1]);
  if (!port) throw new Error("DNS_SERVERS says no 127.0.0.1:<port> to be the name server at");
  const server = await takeTurn(port);
  try {
    return await work(server.records);
  } finally {
    await server.close();
  }
}

async function takeTurn(port: number): Promise<DnsServer> {
  let server: DnsServer | undefined;
  await expect(async () => {
    server = await startDnsServer(port);
  }, "another journey is the name server").toPass({ timeout: 60_000 });
  return server as unknown as DnsServer;
}
