"use client";

import { Anchor, Button, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { tellFailure } from "#ui/dashboard/data/notices.tsx";
import { failureOf } from "#ui/dashboard/data/trpc.ts";
import { Dialog } from "#ui/dashboard/parts/dialog.tsx";
import classes from "./settings.module.css";

export type Proof = { currentPassword?: string };
type Work = (proof: Proof) => Promise<unknown>;

/** Comes back to a section of the settings after signing in again. */
function signInAgain(section: string): string {
  const callbackUrl = encodeURIComponent(`/dashboard/settings?section=${section}`);
  return `/sign-in?again=1&callbackUrl=${callbackUrl}`;
}

/**
 * Runs what needs a fresh sign-in or the password: without asking while the sign-in is fresh, else once the password was
 * entered in the dialog, which has to be rendered.
 */
export function useProof(hasPassword: boolean, section = "account") {
  const [asked, setAsked] = useState<{ work: Work; problem: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = async (work: Work, proof: Proof) => {
    setBusy(true);
    try {
      await work(proof);
      setAsked(null);
    } catch (error) {
      const { fields } = failureOf(error);
      const missing = fields.currentPassword !== undefined;
      if (missing)
        setAsked({ work, problem: proof.currentPassword ? (fields.currentPassword ?? null) : null });
      else tellFailure(error);
    }
    setBusy(false);
  };
  const withProof = (work: Work) => void attempt(work, {});
  const dialog = (
    <Dialog opened={asked !== null} onClose={() => setAsked(null)} title="Is it you?">
      {hasPassword ? (
        <PasswordQuestion
          section={section}
          problem={asked?.problem ?? null}
          busy={busy}
          onEnter={(currentPassword) => asked && void attempt(asked.work, { currentPassword })}
        />
      ) : (
        <div className={classes.dialog}>
          <p>You signed in more than 10 minutes ago. Sign in again to change this.</p>
          <Button component="a" href={signInAgain(section)}>
            Sign in again
          </Button>
        </div>
      )}
    </Dialog>
  );
  return { withProof, busy, dialog };
}

type QuestionProps = {
  section: string;
  problem: string | null;
  busy: boolean;
  onEnter: (password: string) => void;
};

function PasswordQuestion({ section, problem, busy, onEnter }: QuestionProps) {
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onEnter(password);
  };
  return (
    <form className={classes.dialog} onSubmit={submit}>
      <p>You signed in more than 10 minutes ago. Enter your password to change this.</p>
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        data-autofocus
        value={password}
        error={problem}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy} disabled={password === ""}>
        Continue
      </Button>
      <p className={classes.quiet}>
        Forgot it?{" "}
        <Anchor href={signInAgain(section)} inherit underline="always">
          Sign in again by a link
        </Anchor>
      </p>
    </form>
  );
}
