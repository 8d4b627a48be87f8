"use client";

import { Button, Skeleton } from "@mantine/core";
import { formatDayTime } from "#kernel/time/format-time.ts";
import { useClock } from "#ui/dashboard/data/frame-context.tsx";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import classes from "./settings.module.css";

/** The browsers in which one is signed in, and ways to end it there. */
export function Sessions() {
  const { timeZone, locale } = useClock();
  const query = trpc.account.sessions.useQuery();
  const { revoke, revokeOthers, revokeAll } = useRevoking();
  const others = query.data?.filter(({ current }) => !current) ?? [];
  return (
    <FormSection level={2} title="Signed in">
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
      <div className={classes.buttons}>
        {others.length > 0 ? (
          <Button
            variant="default"
            size="xs"
            loading={revokeOthers.isPending}
            onClick={() => revokeOthers.mutate()}
          >
            Sign out everywhere else
          </Button>
        ) : null}
        <Button
          variant="default"
          size="xs"
          loading={revokeAll.isPending || revokeAll.isSuccess}
          onClick={() => revokeAll.mutate()}
        >
          Sign out everywhere
        </Button>
      </div>
    </FormSection>
  );
}

function useRevoking() {
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
  const revokeAll = trpc.account.revokeAllSessions.useMutation({
    onError: (error) => tellFailure(error),
    onSuccess: () => window.location.assign("/sign-in?signed-out=1"),
  });
  return { revoke, revokeOthers, revokeAll };
}
