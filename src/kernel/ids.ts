import { randomUUID } from "node:crypto";

declare const tenantIdBrand: unique symbol;

/** A business's id that came from a verified host, slug, membership or key: only the gates mint it. */
export type TenantId = string & { readonly [tenantIdBrand]: true };

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function newId(): string {
  return randomUUID();
}

export function isUuid(value: string): boolean {
  return uuidPattern.test(value);
}

/** Brands an id that the database or a signed token vouches for. Throws on anything that is not a UUID. */
export function tenantIdFrom(value: string): TenantId {
  if (!isUuid(value)) throw new TypeError("A tenant id must be a UUID");
  return value as TenantId;
}
