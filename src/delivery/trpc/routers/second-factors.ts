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
import type { TrpcMember } from "../context.ts";
import { memberProcedure, router, unwrap } from "../procedures.ts";

/** The password, for who signed in more than ten minutes ago. */
const Proof = z.object({ currentPassword: z.string().max(1000).optional() });
const Code = z.object({ code: z.string().max(40) });
const Passkey = Proof.extend({ id: z.string().max(2000) });

const asker = ({ user, sessionId }: TrpcMember) => ({ userId: user.userId, sessionId });

/** The second factors of the login that asks; which login it is comes from its session alone. */
export const secondFactorsRouter = router({
  read: memberProcedure
    .meta({ verb: readSecondFactors.name })
    .query(({ ctx: { member } }) => withPlatform((ctx) => readSecondFactors(ctx, asker(member)))),
  beginTotp: memberProcedure
    .meta({ verb: beginTotp.name })
    .input(Proof)
    .mutation(async ({ ctx: { member }, input }) =>
      unwrap(await beginTotp({ ...asker(member), ...input, email: member.user.email })),
    ),
  confirmTotp: memberProcedure
    .meta({ verb: confirmTotp.name })
    .input(Code)
    .mutation(async ({ ctx: { member }, input }) => {
      const { userId } = member.user;
      return unwrap(await withPlatform((ctx) => confirmTotp(ctx, { userId, ...input })));
    }),
  removeTotp: memberProcedure
    .meta({ verb: removeTotp.name })
    .input(Proof)
    .mutation(async ({ ctx: { member }, input }) => unwrap(await removeTotp({ ...asker(member), ...input }))),
  beginPasskey: memberProcedure
    .meta({ verb: beginPasskey.name })
    .input(Proof)
    .mutation(async ({ ctx: { member }, input }) => {
      const { email, name } = member.user;
      return unwrap(await beginPasskey({ ...asker(member), ...input, email, name }));
    }),
  addPasskey: memberProcedure
    .meta({ verb: addPasskey.name })
    .input(AddPasskeyInput)
    .mutation(async ({ ctx: { member }, input }) => {
      const { userId } = member.user;
      return unwrap(await withPlatform((ctx) => addPasskey(ctx, { userId, ...input })));
    }),
  removePasskey: memberProcedure
    .meta({ verb: removePasskey.name })
    .input(Passkey)
    .mutation(async ({ ctx: { member }, input }) =>
      unwrap(await removePasskey({ ...asker(member), ...input })),
    ),
  renewRecoveryCodes: memberProcedure
    .meta({ verb: renewRecoveryCodes.name })
    .input(Proof)
    .mutation(async ({ ctx: { member }, input }) =>
      unwrap(await renewRecoveryCodes({ ...asker(member), ...input })),
    ),
});
