import type { CertificateManifest, CertificateProvider } from "#modules/domains/ports.ts";

/**
 * Asks nobody: the reverse proxy in front makes a certificate when a domain is first visited, and asks this installation
 * whether the domain is one of its own. How far it is, is not known.
 */
export function proxyCertificates(): CertificateProvider {
  const unknown = { providerId: null, status: null, records: [], problem: null };
  return {
    create: async () => unknown,
    read: async () => null,
    remove: async () => {},
  };
}

export const certificatesOfProxy: CertificateManifest<object> = {
  name: "proxy",
  isConfigured: () => true,
  connect: async () => proxyCertificates(),
};
