import type { Member } from "#delivery/sign-in/require-member.ts";

/** Who asks, as much of it as procedures need. */
export type TrpcMember = Pick<Member, "tenantId" | "actor" | "user" | "sessionId">;

/** What a request brings: who asks, looked up at most once, whatever the number of calls in its batch. */
export type TrpcContext = { member: () => Promise<TrpcMember | null> };

/** Remembers the first answer of `find`. */
export function contextFor(find: () => Promise<TrpcMember | null>): TrpcContext {
  let found: Promise<TrpcMember | null> | undefined;
  return {
    member() {
      found ??= find();
      return found;
    },
  };
}
