import { z } from "zod";
import { id } from "#modules/tenants/fields.ts";
import type { Way } from "#modules/tenants/rules/addresses.ts";
import type { TenantMode } from "#modules/tenants/schema.ts";
import { hostFrom } from "./rules/host-names.ts";

/** custom: the business's own, with its pages at the root. site: of a site made elsewhere, whose /book is forwarded. */
export const domainKinds = ["custom", "site"] as const;
export type DomainKind = (typeof domainKinds)[number];

export const AddDomainInput = z.object({
  host: z
    .string("Enter a domain")
    .max(300, "This domain is too long")
    .transform(hostFrom)
    .refine((host) => host !== "", "Enter a domain, like book.example.com"),
  kind: z.enum(domainKinds, "Choose a kind from the list").default("custom"),
});
export type AddDomainInput = z.infer<typeof AddDomainInput>;

export const CheckDomainInput = z.object({ id });
export type CheckDomainInput = z.infer<typeof CheckDomainInput>;
export const RemoveDomainInput = z.object({ id });
export type RemoveDomainInput = z.infer<typeof RemoveDomainInput>;
export const PreferDomainInput = z.object({ id });
export type PreferDomainInput = z.infer<typeof PreferDomainInput>;

/** A record that is set at the domain's name server. */
export const DnsRecord = z.object({
  type: z.enum(["CNAME", "TXT"]),
  name: z.string(),
  value: z.string(),
  purpose: z.enum(["leadsHere", "proof", "certificate"]),
});
export type DnsRecord = z.infer<typeof DnsRecord>;

export type TlsStatus = "pending" | "active" | "failed";

/** A domain as its business sees it. */
export type DomainView = {
  id: string;
  host: string;
  kind: DomainKind;
  status: "pending" | "verified";
  /** Given up: nobody looks any more until it is asked for again. */
  givenUp: boolean;
  /** null: the reverse proxy in front makes the certificate when the domain is first visited. */
  tlsStatus: TlsStatus | null;
  problem: string | null;
  /** Instants. */
  checkedAt: string | null;
  verifiedAt: string | null;
  /** Whether links lead to it: the main one of its kind. */
  main: boolean;
  /** Where its pages are. */
  address: string;
  /** What is to be set at the name server. */
  records: DnsRecord[];
};

/** Everything about where a business is found. */
export type AddressesView = {
  slug: string;
  mode: TenantMode;
  /** Where links lead, and which of the ways in that is. */
  canonical: { way: Way; url: string };
  pathUrl: string;
  /** null where this installation has no names for subdomains. */
  subdomainUrl: string | null;
  /** What a slug stands in: what comes before and after it. */
  slugFrame: { before: string; after: string };
  /** The website builder looks after the site's hosts. */
  builtByBuilder: boolean;
  domains: DomainView[];
};
