import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { logger } from "#delivery/http/logger.ts";
import { currentLogin, requireMember } from "#delivery/sign-in/require-member.ts";
import { businessCookieFor } from "#delivery/sign-in/session-cookie.ts";
import { pageBusinessHeader } from "#modules/accounts/rules/page-business.ts";
import { appRouter } from "./app-router.ts";
import { contextFor } from "./context.ts";

/** GET and POST /api/trpc/…: every call of the dashboard. Surprises are logged with the procedure's name alone. */
export function answerTrpc(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: ({ resHeaders }) =>
      contextFor({
        member: requireMember,
        login: currentLogin,
        pageBusiness: request.headers.get(pageBusinessHeader),
        chooseBusiness: (tenantId) => resHeaders.append("Set-Cookie", businessCookieFor(tenantId)),
      }),
    responseMeta: () => ({ headers: { "Cache-Control": "no-store" } }),
    onError({ error, path }) {
      if (error.code === "INTERNAL_SERVER_ERROR")
        logger().error({ err: error.cause ?? error, path }, "a call failed");
    },
  });
}
