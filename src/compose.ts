import { cloudflare } from "#adapters/cloudflare/manifest.ts";
import { domainNames } from "#adapters/dns/domain-names.ts";
import { resend } from "#adapters/resend/manifest.ts";
import { sandboxBilling } from "#adapters/sandbox/billing-manifest.ts";
import { certificatesOfProxy } from "#adapters/sandbox/certificates.ts";
import { sandbox } from "#adapters/sandbox/manifest.ts";
import { smtp } from "#adapters/smtp/manifest.ts";
import { stripe } from "#adapters/stripe/manifest.ts";
import { env } from "#env.ts";
import type { Billing, TestBilling } from "#modules/billing/ports.ts";
import type { DomainServices } from "#modules/domains/ports.ts";
import type { Mailer } from "#modules/notifications/ports.ts";
import type { PictureEncoder } from "#modules/pictures/ports.ts";

// The only file that knows both ports and adapters. A manifest is small; a provider's SDK is loaded when it is used.

/** In order of preference; the sandbox, which needs no configuration, comes last. */
const mailProviders = [resend, smtp];
const mailProvider = mailProviders.find((provider) => provider.isConfigured(env)) ?? sandbox;

/** True when e-mail stays on this machine: then the outbox page exists, and says so. */
export const isMailSandboxed = mailProvider === sandbox;

let connected: Promise<Mailer> | undefined;

/** The configured way to send e-mail and its provider's name, connected at first use. */
export async function connectMailer(): Promise<{ provider: string; mailer: Mailer }> {
  connected ??= mailProvider.connect(env);
  return { provider: mailProvider.name, mailer: await connected };
}

const billingProviders = [stripe, sandboxBilling];
const billingProvider = billingProviders.find((provider) => provider.isConfigured(env));

/** Where plans are paid for; null: this installation sells none. */
export const billingName = billingProvider?.name ?? null;

let connectedBilling: Promise<Billing["provider"]> | undefined;

/** The configured way to sell plans, connected at first use. */
export async function connectBilling(): Promise<Billing | null> {
  if (!billingProvider) return null;
  connectedBilling ??= billingProvider.connect(env);
  return { name: billingProvider.name, provider: await connectedBilling };
}

/** The test provider's own pages; null when something else sells plans. */
export async function connectTestBilling(): Promise<TestBilling | null> {
  return billingProvider === sandboxBilling ? sandboxBilling.connect(env) : null;
}

/** Certificates of domains: from the provider that is configured, else from the reverse proxy in front. */
const certificateProvider =
  [cloudflare].find((provider) => provider.isConfigured(env)) ?? certificatesOfProxy;

let domainServices: Promise<DomainServices> | undefined;

/** Name servers, and who makes certificates; connected at first use. */
export function connectDomainServices(): Promise<DomainServices> {
  domainServices ??= certificateProvider
    .connect(env)
    .then((certificates) => ({ certificates, names: domainNames(env.DNS_SERVERS) }));
  return domainServices;
}

let pictureEncoder: Promise<PictureEncoder> | undefined;

/** Makes pictures of uploaded files. It is large, so a process that is sent none does without. */
export function connectPictureEncoder(): Promise<PictureEncoder> {
  pictureEncoder ??= import("#adapters/sharp/picture-encoder.ts").then(({ sharpEncoder }) => sharpEncoder());
  return pictureEncoder;
}
