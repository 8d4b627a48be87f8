import type { ReadBusinessOutput } from "#modules/tenants/schema.ts";

type Asker = {
  mode: ReadBusinessOutput["mode"];
  /** Reads about the plan, and so knows that it is not for want of a payment. */
  mayReadBilling: boolean;
};

const meaning =
  "This business is suspended. Customers cannot book; what is booked stays, and nothing is deleted.";

/** What a suspended business reads, and whom to ask: a plan that is not paid for says so itself. */
export function suspensionWords({ mode, mayReadBilling }: Asker): string {
  if (!mayReadBilling) return `${meaning} Ask the owner why.`;
  if (mode === "standalone") return `${meaning} Ask whoever runs this installation why.`;
  return `${meaning} Ask your website builder, or whoever runs this installation, why.`;
}
