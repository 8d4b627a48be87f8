import type { CertificateManifest } from "#modules/domains/ports.ts";

export type CloudflareEnvironment = {
  CLOUDFLARE_API_TOKEN?: string;
  CLOUDFLARE_ZONE_ID?: string;
  CLOUDFLARE_BASE_URL?: string;
};

/** Cloudflare for SaaS: registered when a token and a zone are set. */
export const cloudflare: CertificateManifest<CloudflareEnvironment> = {
  name: "cloudflare",
  isConfigured: ({ CLOUDFLARE_API_TOKEN, CLOUDFLARE_ZONE_ID }) =>
    Boolean(CLOUDFLARE_API_TOKEN && CLOUDFLARE_ZONE_ID),
  async connect({ CLOUDFLARE_API_TOKEN = "", CLOUDFLARE_ZONE_ID = "", CLOUDFLARE_BASE_URL }) {
    const { cloudflareCertificates } = await import("./certificates.ts");
    const settings = { apiToken: CLOUDFLARE_API_TOKEN, zoneId: CLOUDFLARE_ZONE_ID };
    return cloudflareCertificates({ ...settings, baseUrl: CLOUDFLARE_BASE_URL });
  },
};
