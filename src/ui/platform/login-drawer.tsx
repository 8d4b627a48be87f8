"use client";

import { Button, Skeleton } from "@mantine/core";
import { modals } from "@mantine/modals";
import Link from "next/link";
import { useState } from "react";
import type { LoginFile } from "#modules/platform/schema.ts";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { EditDrawer } from "#ui/dashboard/parts/edit-drawer.tsx";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import { useRefresh } from "./business-actions.tsx";
import classes from "./platform.module.css";
import { moment } from "./use-clock.ts";

/** Somebody who can sign in: their businesses, and ways to keep them out. */
export function LoginDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const [shown, setShown] = useState(id);
  if (id !== null && id !== shown) setShown(id);
  const query = trpc.platform.login.useQuery({ userId: shown ?? "" }, { enabled: shown !== null });
  const login = query.data;
  return (
    <EditDrawer opened={id !== null} onClose={onClose} title={login?.name ?? "User"} subtitle={login?.email}>
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {login ? <Login login={login} /> : query.isError ? null : <Skeleton height={200} />}
    </EditDrawer>
  );
}

function Login({ login }: { login: LoginFile }) {
  const { sessions, hasSecondFactor, isPlatformAdmin, businesses } = login;
  return (
    <>
      <FormSection title="Login">
        <dl className={classes.facts}>
          <dt>Since</dt>
          <dd>{moment(login.createdAt)}</dd>
          <dt>State</dt>
          <dd>{login.disabled ? "Disabled: cannot sign in" : "Can sign in"}</dd>
          <dt>Signed in</dt>
          <dd>{sessions === 1 ? "In 1 browser" : `In ${sessions} browsers`}</dd>
          <dt>Second factor</dt>
          <dd>{hasSecondFactor ? "Yes" : "None"}</dd>
          {isPlatformAdmin ? (
            <>
              <dt>Platform admin</dt>
              <dd>Yes, by npm run admin</dd>
            </>
          ) : null}
        </dl>
      </FormSection>
      <FormSection title="Businesses">
        {businesses.length === 0 ? <p>Belongs to no business.</p> : null}
        <ul className={classes.list}>
          {businesses.map(({ id, name, role }) => (
            <li key={id}>
              <Link href={`/platform/businesses/${id}`}>{name}</Link>
              <span>{role}</span>
            </li>
          ))}
        </ul>
      </FormSection>
      <FormSection title="Keep out">
        <Access login={login} />
      </FormSection>
    </>
  );
}

function Access({ login }: { login: LoginFile }) {
  const { id: userId, name, disabled, isPlatformAdmin, sessions } = login;
  const refresh = useRefresh();
  const signOut = trpc.platform.signOutEverywhere.useMutation({
    ...refresh,
    onSuccess: () => tell("Signed out everywhere"),
  });
  const disable = trpc.platform.disableLogin.useMutation({ ...refresh, onSuccess: () => tell("Disabled") });
  const enable = trpc.platform.enableLogin.useMutation({
    ...refresh,
    onSuccess: () => tell("Can sign in again"),
  });
  const ask = () =>
    modals.openConfirmModal({
      title: `Disable the login of ${name}?`,
      children: "They are signed out everywhere and cannot sign in to any business. What they did stays.",
      labels: { confirm: "Disable", cancel: "Leave it" },
      confirmProps: { color: "red" },
      zIndex: 400,
      onConfirm: () => disable.mutate({ userId }),
    });
  return (
    <div className={classes.actions}>
      <Button
        variant="default"
        disabled={sessions === 0}
        loading={signOut.isPending}
        onClick={() => signOut.mutate({ userId })}
      >
        Sign out everywhere
      </Button>
      {disabled ? (
        <Button variant="default" loading={enable.isPending} onClick={() => enable.mutate({ userId })}>
          Enable the login
        </Button>
      ) : (
        <Button
          variant="default"
          color="red"
          disabled={isPlatformAdmin}
          loading={disable.isPending}
          onClick={ask}
        >
          Disable the login …
        </Button>
      )}
    </div>
  );
}
