import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export type CloudflareServer = {
  /** For CLOUDFLARE_BASE_URL. */
  baseUrl: string;
  apiToken: string;
  zoneId: string;
  /** What it holds, by id. */
  hostnames: Map<string, { id: string; hostname: string; ssl: Record<string, unknown> }>;
  /** Says of a certificate how far it is. */
  setStatus(id: string, status: string): void;
  close(): Promise<void>;
};

/** A local Cloudflare for custom hostnames: keeps what it is given, and answers as the real one does. */
export async function startCloudflareServer(): Promise<CloudflareServer> {
  const [apiToken, zoneId] = ["cf-test-token", "023e105f4ecef8ad9ca31a8372d0c353"];
  const hostnames: CloudflareServer["hostnames"] = new Map();
  const folder = `/client/v4/zones/${zoneId}/custom_hostnames`;

  const answer = (request: IncomingMessage, body: string): { status: number; result: unknown } => {
    const url = new URL(request.url ?? "/", "http://local");
    if (request.headers.authorization !== `Bearer ${apiToken}`) return { status: 401, result: null };
    const id = url.pathname.slice(folder.length + 1);
    const known = hostnames.get(id);
    if (!url.pathname.startsWith(folder)) return { status: 404, result: null };
    if (id === "" && request.method === "POST") return { status: 201, result: create(JSON.parse(body)) };
    if (id === "") {
      const asked = url.searchParams.get("hostname");
      return { status: 200, result: [...hostnames.values()].filter(({ hostname }) => hostname === asked) };
    }
    if (!known) return { status: 404, result: null };
    if (request.method === "DELETE") hostnames.delete(id);
    return { status: 200, result: request.method === "DELETE" ? { id } : known };
  };

  const create = ({ hostname, ssl }: { hostname: string; ssl: object }) => {
    const id = randomUUID().replaceAll("-", "");
    const records = [{ txt_name: `_acme-challenge.${hostname}`, txt_value: "810b7d5f" }];
    const whole = {
      id,
      hostname,
      ssl: { ...ssl, status: "pending_validation", validation_records: records },
    };
    hostnames.set(id, whole);
    return whole;
  };

  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { status, result } = answer(request, body);
    const success = status < 400;
    const errors = success ? [] : [{ code: status === 404 ? 1436 : 10000, message: "no" }];
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(
      JSON.stringify({ success, errors, messages: [], result, result_info: { page: 1, total_pages: 1 } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/client/v4`,
    apiToken,
    zoneId,
    hostnames,
    setStatus(id, status) {
      const known = hostnames.get(id);
      if (known) known.ssl = { ...known.ssl, status, validation_records: [] };
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
