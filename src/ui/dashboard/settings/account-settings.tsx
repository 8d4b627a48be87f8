"use client";

import { Button, Skeleton } from "@mantine/core";
import { formatDayTime } from "#kernel/time/format-time.ts";
import { useFrame } from "#ui/dashboard/data/frame-context.tsx";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import { LeaveBusiness } from "#ui/dashboard/team/leave-business.tsx";
import { PasswordForm } from "./password-form.tsx";
import classes from "./settings.module.css";

/** One's own login: password, and the browsers that are signed in. */
export function AccountSettings() {
  const { member } = useFrame();
  return (
    <>
      <FormSection level={2} title={member.name} description={member.email} />
      <FormSection level={2} title="Password" description="Changing it signs out every other browser.">
        <PasswordForm />
      </FormSection>
      <Sessions />
      <LeaveBusiness />
    </>
  );
}

function Sessions() {
  const { timeZone, locale } = useBusiness();
  const query = trpc.account.sessions.useQuery();
  const utils = trpc.useUtils();
  const settled = {
    onSettled: () => utils.account.invalidate(),
    onError: (error: unknown) => tellFailure(error),
  };
  const revoke = trpc.account.revokeSession.useMutation({
    ...settled,
    onSuccess: () => tell("Signed out there"),
  });
  const revokeOthers = trpc.account.revokeOtherSessions.useMutation({
    ...settled,
    onSuccess: ({ revoked }) =>
      tell(revoked === 1 ? "One browser signed out" : `${revoked} browsers signed out`),
  });
  const others = query.data?.filter(({ current }) => !current) ?? [];
  return (
    <FormSection
      level={2}
      title="Signed in"
      action={
        others.length > 0 ? (
          <Button
            variant="default"
            size="xs"
            loading={revokeOthers.isPending}
            onClick={() => revokeOthers.mutate()}
          >
            Sign out everywhere else
          </Button>
        ) : null
      }
    >
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton height={112} /> : null}
      <ul className={classes.sessions}>
        {(query.data ?? []).map(({ id, label, signedInAt, current }) => (
          <li key={id} className={classes.session}>
            <span>
              {label}
              <span className={classes.quiet}>Since {formatDayTime(signedInAt, timeZone, locale)}</span>
            </span>
            {current ? (
              <span className={classes.current}>This browser</span>
            ) : (
              <Button variant="subtle" size="compact-sm" onClick={() => revoke.mutate({ sessionId: id })}>
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
    </FormSection>
  );
}
