import type { BillingManifest, BillingProvider, TestBilling } from "#modules/billing/ports.ts";

export type SandboxEnvironment = { AUTH_SECRET: string; APP_URL: string; DEMO: boolean; NODE_ENV: string };

/**
 * The local twin of the billing provider. It takes no money, so it is there for trying the product out only: in a demo
 * and in development.
 */
export const sandboxBilling: Omit<BillingManifest<SandboxEnvironment>, "connect"> & {
  connect(environment: SandboxEnvironment): Promise<BillingProvider & TestBilling>;
} = {
  name: "sandbox",
  isConfigured: ({ DEMO, NODE_ENV }) => DEMO || NODE_ENV !== "production",
  async connect({ AUTH_SECRET: secret, APP_URL: appUrl }) {
    const { sandboxBillingProvider } = await import("./billing.ts");
    return sandboxBillingProvider({ secret, appUrl });
  },
};
