import Cloudflare from "cloudflare";
import type { Certificate, CertificateProvider } from "#modules/domains/ports.ts";

export type CloudflareSettings = { apiToken: string; zoneId: string; baseUrl?: string };

type CustomHostname = Cloudflare.CustomHostnames.CustomHostnameGetResponse;

/** States in which nothing happens any more unless somebody does something. */
const failed = /timed_out$|^expired$|^deactivating$|^inactive$|^deleted$/;

/**
 * Custom hostnames of Cloudflare for SaaS (https://developers.cloudflare.com/api/resources/custom_hostnames). The
 * certificate is checked over HTTP, which works as soon as the domain leads to the zone; what else it asks for is shown.
 */
export function cloudflareCertificates({
  apiToken,
  zoneId,
  baseUrl,
}: CloudflareSettings): CertificateProvider {
  const client = new Cloudflare({
    apiToken,
    maxRetries: 2,
    timeout: 15_000,
    ...(baseUrl && { baseURL: baseUrl }),
  });
  const zone = { zone_id: zoneId };
  const find = async (host: string) => {
    const { result } = await client.customHostnames.list(zone, { query: { hostname: host } });
    return result?.find(({ hostname }) => hostname === host);
  };
  return {
    async create(host) {
      const existing = await find(host);
      if (existing) return certificateOf(existing);
      const ssl = { method: "http", type: "dv", settings: { min_tls_version: "1.2" } } as const;
      return certificateOf(await client.customHostnames.create({ ...zone, hostname: host, ssl }));
    },
    async read(providerId) {
      try {
        return certificateOf(await client.customHostnames.get(providerId, zone));
      } catch (error) {
        if (isGone(error)) return null;
        throw error;
      }
    },
    async remove(providerId) {
      await client.customHostnames.delete(providerId, zone).catch((error) => {
        if (!isGone(error)) throw error;
      });
    },
  };
}

function isGone(error: unknown): boolean {
  return error instanceof Cloudflare.NotFoundError;
}

function certificateOf(hostname: CustomHostname): Certificate {
  const { id, ssl, verification_errors: hostErrors } = hostname;
  const problems = [...(hostErrors ?? []), ...(ssl?.validation_errors ?? []).map(({ message }) => message)];
  const words = problems.filter(Boolean).join("; ");
  return {
    providerId: id,
    status: statusOf(ssl?.status),
    records: recordsOf(hostname),
    problem: words ? `Cloudflare says: ${words}` : null,
  };
}

function statusOf(status: string | undefined): Certificate["status"] {
  if (status === "active" || status === "backup_issued" || status === "pending_expiration") return "active";
  return status && failed.test(status) ? "failed" : "pending";
}

/** Of those that can be set at a name server. */
function recordsOf({ ssl, ownership_verification: ownership }: CustomHostname): Certificate["records"] {
  const records: Certificate["records"] = [];
  if (ownership?.type === "txt" && ownership.name && ownership.value) {
    records.push({ type: "TXT", name: ownership.name, value: ownership.value });
  }
  for (const { txt_name: name, txt_value: value, cname, cname_target: target } of ssl?.validation_records ??
    []) {
    if (name && value) records.push({ type: "TXT", name, value });
    if (cname && target) records.push({ type: "CNAME", name: cname, value: target });
  }
  return records;
}
