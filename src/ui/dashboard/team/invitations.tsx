"use client";

import { Button } from "@mantine/core";
import { formatDayTime } from "#kernel/time/format-time.ts";
import type { InvitationView } from "#modules/team/schema.ts";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { roleNames } from "./member-values.ts";
import classes from "./team.module.css";

/** Those who were asked to join and have not yet. */
export function Invitations({
  invitations,
  mayChange,
}: {
  invitations: InvitationView[];
  mayChange: boolean;
}) {
  if (invitations.length === 0) return null;
  return (
    <FormSection
      level={2}
      title="Invited"
      description="Whoever has not used the link yet. It works for seven days."
    >
      <ul className={classes.invitations}>
        {invitations.map((invitation) => (
          <Invitation key={invitation.id} invitation={invitation} mayChange={mayChange} />
        ))}
      </ul>
    </FormSection>
  );
}

function Invitation({ invitation, mayChange }: { invitation: InvitationView; mayChange: boolean }) {
  const { id, email, role, staffName, sentAt, expired } = invitation;
  const { timeZone, locale } = useBusiness();
  const utils = trpc.useUtils();
  const settled = {
    onError: (error: unknown) => tellFailure(error),
    onSettled: () => utils.team.invalidate(),
  };
  const resend = trpc.team.resendInvitation.useMutation({
    ...settled,
    onSuccess: () => tell(`Sent to ${email} again; the link before does not work any more`),
  });
  const revoke = trpc.team.revokeInvitation.useMutation({
    ...settled,
    onSuccess: () => tell(`Invitation to ${email} taken back`),
  });
  const as = staffName ? `${roleNames[role]}, as ${staffName}` : roleNames[role];
  return (
    <li className={classes.invitation}>
      <span className={classes.who}>
        {email}
        <span className={classes.quiet}>
          {as} · {expired ? <span className={classes.expired}>Expired</span> : null}
          {expired ? null : `sent ${formatDayTime(sentAt, timeZone, locale)}`}
        </span>
      </span>
      {mayChange ? (
        <span className={classes.buttons}>
          <Button
            variant="subtle"
            size="compact-sm"
            loading={resend.isPending}
            aria-label={`Send again to ${email}`}
            onClick={() => resend.mutate({ id })}
          >
            Send again
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            loading={revoke.isPending}
            aria-label={`Take back the invitation to ${email}`}
            onClick={() => revoke.mutate({ id })}
          >
            Take back
          </Button>
        </span>
      ) : null}
    </li>
  );
}
