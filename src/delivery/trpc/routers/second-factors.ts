import { z } from "zod";
import { withPlatform } from "#database/tenant-context.ts";
import { addPasskey } from "#modules/accounts/add-passkey.ts";
import { beginPasskey } from "#modules/accounts/begin-passkey.ts";
import { beginTotp } from "#modules/accounts/begin-totp.ts";
import { confirmTotp } from "#modules/accounts/confirm-totp.ts";
import { AddPasskeyInput } from "#modules/accounts/passkey-schema.ts";
import { readSecondFactors } from "#modules/accounts/read-second-factors.ts";
import { removePasskey } from "#modules/accounts/remove-passkey.ts";
import { removeTotp } from "#modules/accounts/remove-totp.ts";
import { renewRecoveryCodes } from "#modules/accounts/renew-recovery-codes.ts";
import type { TrpcLogin } from "../context.ts";
import { ownLoginProcedure, router, unwrap } from "../procedures.ts";

/** The password, for who signed in more than ten minutes ago. */
const Proof = z.object({ currentPassword: z.string().max(1000).optional() });
const Code = z.object({ code: z.string().max(40) });
const Passkey = Proof.extend({ id: z.string().max(2000) });

const asker = ({ login, sessionId }: Pick<TrpcLogin, "login" | "sessionId">) => ({
  userId: login.userId,
  sessionId,
});

/** The second factors of the login that asks; which login it is comes from its session alone. */
export const secondFactorsRouter = router({
  read: ownLoginProcedure
    .meta({ verb: readSecondFactors.name })
    .query(({ ctx: { login, sessionId } }) =>
      withPlatform((ctx) => readSecondFactors(ctx, asker({ login, sessionId }))),
    ),
  beginTotp: ownLoginProcedure
    .meta({ verb: beginTotp.name })
    .input(Proof)
    .mutation(async ({ ctx: { login, sessionId }, input }) =>
      unwrap(await beginTotp({ ...asker({ login, sessionId }), ...input, email: login.email })),
    ),
  confirmTotp: ownLoginProcedure
    .meta({ verb: confirmTotp.name })
    .input(Code)
    .mutation(async ({ ctx: { login }, input }) => {
      const { userId } = login;
      return unwrap(await withPlatform((ctx) => confirmTotp(ctx, { userId, ...input })));
    }),
  removeTotp: ownLoginProcedure
    .meta({ verb: removeTotp.name })
    .input(Proof)
    .mutation(async ({ ctx: { login, sessionId }, input }) =>
      unwrap(await removeTotp({ ...asker({ login, sessionId }), ...input })),
    ),
  beginPasskey: ownLoginProcedure
    .meta({ verb: beginPasskey.name })
    .input(Proof)
    .mutation(async ({ ctx: { login, sessionId }, input }) => {
      const { email, name } = login;
      return unwrap(await beginPasskey({ ...asker({ login, sessionId }), ...input, email, name }));
    }),
  addPasskey: ownLoginProcedure
    .meta({ verb: addPasskey.name })
    .input(AddPasskeyInput)
    .mutation(async ({ ctx: { login }, input }) => {
      const { userId } = login;
      return unwrap(await withPlatform((ctx) => addPasskey(ctx, { userId, ...input })));
    }),
  removePasskey: ownLoginProcedure
    .meta({ verb: removePasskey.name })
    .input(Passkey)
    .mutation(async ({ ctx: { login, sessionId }, input }) =>
      unwrap(await removePasskey({ ...asker({ login, sessionId }), ...input })),
    ),
  renewRecoveryCodes: ownLoginProcedure
    .meta({ verb: renewRecoveryCodes.name })
    .input(Proof)
    .mutation(async ({ ctx: { login, sessionId }, input }) =>
      unwrap(await renewRecoveryCodes({ ...asker({ login, sessionId }), ...input })),
    ),
});
