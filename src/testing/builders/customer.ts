import { newId } from "#kernel/ids.ts";
import type { Shop } from "./shop.ts";

export type CustomerOverrides = { name?: string; email?: string | null; phone?: string | null };
export type BuiltCustomer = { id: string; name: string; email: string | null; phone: string | null };

/** A customer of `shop`, with an e-mail address of their own. */
export async function aCustomer(shop: Shop, overrides: CustomerOverrides = {}): Promise<BuiltCustomer> {
  const id = newId();
  const defaults = { name: "Carla Customer", email: `customer-${id.slice(0, 8)}@example.com`, phone: null };
  const customer = { id, ...defaults, ...overrides };
  await shop.run((ctx) =>
    ctx.db.customer.create({ data: { ...customer, tenantId: ctx.tenantId }, select: { id: true } }),
  );
  return customer;
}
