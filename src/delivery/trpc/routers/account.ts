import { z } from "zod";
import { withPlatform } from "#database/tenant-context.ts";
import { changePassword } from "#modules/accounts/change-password.ts";
import { listSessions } from "#modules/accounts/list-sessions.ts";
import { revokeAllSessions } from "#modules/accounts/revoke-all-sessions.ts";
import { revokeOtherSessions } from "#modules/accounts/revoke-other-sessions.ts";
import { revokeSession } from "#modules/accounts/revoke-session.ts";
import { ChangePasswordInput } from "#modules/accounts/schema.ts";
import { ownLoginProcedure, router, unwrap } from "../procedures.ts";

const SessionId = z.object({ sessionId: z.uuid("This is not a valid id") });
const NewPassword = ChangePasswordInput.pick({ currentPassword: true, newPassword: true });

/** A login's own affairs; which login it is comes from its session alone. */
export const accountRouter = router({
  sessions: ownLoginProcedure.meta({ verb: listSessions.name }).query(({ ctx: { login, sessionId } }) => {
    const asker = { userId: login.userId, sessionId: sessionId };
    return withPlatform((ctx) => listSessions(ctx, asker));
  }),
  revokeSession: ownLoginProcedure
    .meta({ verb: revokeSession.name })
    .input(SessionId)
    .mutation(async ({ ctx: { login }, input }) => {
      const target = { userId: login.userId, sessionId: input.sessionId };
      return unwrap(await withPlatform((ctx) => revokeSession(ctx, target)));
    }),
  revokeOtherSessions: ownLoginProcedure
    .meta({ verb: revokeOtherSessions.name })
    .mutation(async ({ ctx: { login, sessionId } }) => {
      const asker = { userId: login.userId, sessionId: sessionId };
      return unwrap(await withPlatform((ctx) => revokeOtherSessions(ctx, asker)));
    }),
  revokeAllSessions: ownLoginProcedure
    .meta({ verb: revokeAllSessions.name })
    .mutation(async ({ ctx: { login } }) => {
      const { userId } = login;
      return unwrap(await withPlatform((ctx) => revokeAllSessions(ctx, { userId })));
    }),
  changePassword: ownLoginProcedure
    .meta({ verb: changePassword.name })
    .input(NewPassword)
    .mutation(async ({ ctx: { login, sessionId }, input }) => {
      const asker = { userId: login.userId, sessionId: sessionId };
      return unwrap(await changePassword({ ...asker, ...input }));
    }),
});
