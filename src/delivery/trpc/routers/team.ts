import { changeMember } from "#modules/team/change-member.ts";
import { chooseOwnCalendar } from "#modules/team/choose-own-calendar.ts";
import { inviteMember } from "#modules/team/invite-member.ts";
import { leaveBusiness } from "#modules/team/leave-business.ts";
import { listTeam } from "#modules/team/list-team.ts";
import { removeMember } from "#modules/team/remove-member.ts";
import { resendInvitation } from "#modules/team/resend-invitation.ts";
import { revokeInvitation } from "#modules/team/revoke-invitation.ts";
import {
  ChangeMemberInput,
  ChooseOwnCalendarInput,
  InviteMemberInput,
  RemoveMemberInput,
  ResendInvitationInput,
  RevokeInvitationInput,
  TransferOwnershipInput,
} from "#modules/team/schema.ts";
import { transferOwnership } from "#modules/team/transfer-ownership.ts";
import { memberProcedure, mutationOf, mutationOfAll, queryOfAll, router, unwrap } from "../procedures.ts";

export const teamRouter = router({
  list: queryOfAll(listTeam),
  invite: mutationOf(InviteMemberInput, inviteMember),
  resendInvitation: mutationOf(ResendInvitationInput, resendInvitation),
  revokeInvitation: mutationOf(RevokeInvitationInput, revokeInvitation),
  changeMember: mutationOf(ChangeMemberInput, changeMember),
  chooseOwnCalendar: mutationOf(ChooseOwnCalendarInput, chooseOwnCalendar),
  removeMember: mutationOf(RemoveMemberInput, removeMember),
  leave: mutationOfAll(leaveBusiness),
  transferOwnership: memberProcedure
    .meta({ verb: transferOwnership.name })
    .input(TransferOwnershipInput)
    .mutation(async ({ ctx: { member }, input }) => unwrap(await transferOwnership(member, input))),
});
