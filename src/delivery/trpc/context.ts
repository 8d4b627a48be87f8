import type { Member } from "#delivery/sign-in/require-member.ts";
import type { IdentifiedLogin } from "#modules/accounts/identify-login.ts";

/** Who asks, as much of it as procedures need. */
export type TrpcMember = Pick<Member, "tenantId" | "actor" | "user" | "sessionId">;

/** A signed-in person, with or without a business. */
export type TrpcLogin = Pick<
  IdentifiedLogin,
  "login" | "sessionId" | "isPlatformAdmin" | "isFromSite" | "acting"
>;

/** What a request brings: who asks, looked up at most once, whatever the number of calls in its batch. */
export type TrpcContext = {
  member: () => Promise<TrpcMember | null>;
  login: () => Promise<TrpcLogin | null>;
  /** The business that the page shows which asks, where it says so. */
  pageBusiness: string | null;
  /** Has the browser work in this business from its next request on; its membership is asked for there. */
  chooseBusiness: (tenantId: string) => void;
};

type Asker = {
  member: TrpcContext["member"];
  login?: TrpcContext["login"];
  pageBusiness?: TrpcContext["pageBusiness"];
  chooseBusiness?: TrpcContext["chooseBusiness"];
};

/** Remembers the first answers. */
export function contextFor(find: TrpcContext["member"] | Asker): TrpcContext {
  const asker = typeof find === "function" ? { member: find } : find;
  return {
    member: once(asker.member),
    login: once(asker.login ?? loginOf(asker.member)),
    pageBusiness: asker.pageBusiness ?? null,
    chooseBusiness: asker.chooseBusiness ?? (() => {}),
  };
}

/** A member is signed in, and no more than that. */
function loginOf(member: TrpcContext["member"]): TrpcContext["login"] {
  return async () => {
    const found = await member();
    if (!found) return null;
    return {
      login: found.user,
      sessionId: found.sessionId,
      isPlatformAdmin: false,
      isFromSite: false,
      acting: null,
    };
  };
}

function once<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => {
    found ??= find();
    return found;
  };
}
