import type { TenantScope } from "#database/tenant-context.ts";

/** What a request brings: who asks, looked up at most once, whatever the number of calls in its batch. */
export type TrpcContext = { member: () => Promise<TenantScope | null> };

/** Remembers the first answer of `find`. */
export function contextFor(find: () => Promise<TenantScope | null>): TrpcContext {
  let found: Promise<TenantScope | null> | undefined;
  return {
    member() {
      found ??= find();
      return found;
    },
  };
}
