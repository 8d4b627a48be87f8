"use client";

import { Anchor, Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { tellFailure } from "#ui/dashboard/data/notices.tsx";
import { failureOf, trpc } from "#ui/dashboard/data/trpc.ts";
import { Dialog } from "#ui/dashboard/parts/dialog.tsx";
import classes from "./settings.module.css";
import type { TotpSetUp } from "./use-second-step.ts";

type Props = {
  setUp: TotpSetUp | null;
  onClose: () => void;
  /** With the recovery codes, when these are the first. */
  onConfirmed: (codes: string[] | null) => void;
};

/** Shows the secret for the authenticator app, and turns it on by its first code. */
export function TotpDialog({ setUp, onClose, onConfirmed }: Props) {
  return (
    <Dialog opened={setUp !== null} onClose={onClose} title="Set up an authenticator app">
      {setUp ? (
        <div className={classes.dialog}>
          <p>Scan this with an app such as Aegis, 2FAS or Google Authenticator.</p>
          <svg
            className={classes.qr}
            viewBox={`0 0 ${setUp.picture.size} ${setUp.picture.size}`}
            role="img"
            aria-label="Code to scan with the app"
            shapeRendering="crispEdges"
          >
            <path d={setUp.picture.path} />
          </svg>
          <p className={classes.quiet}>
            Or{" "}
            <Anchor href={setUp.address} inherit underline="always">
              open it in an app on this device
            </Anchor>
            , or type this key into the app: <code className={classes.secret}>{setUp.secret}</code>
          </p>
          <CodeForm
            onConfirmed={(codes) => {
              onClose();
              onConfirmed(codes);
            }}
          />
        </div>
      ) : null}
    </Dialog>
  );
}

function CodeForm({ onConfirmed }: Pick<Props, "onConfirmed">) {
  const utils = trpc.useUtils();
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = trpc.secondFactors.confirmTotp.useMutation({
    onSuccess: ({ recoveryCodes }) => {
      void utils.secondFactors.invalidate();
      onConfirmed(recoveryCodes);
    },
    onError: (error) => {
      const { fields } = failureOf(error);
      if (fields.code) setProblem(fields.code);
      else tellFailure(error);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ code });
  };
  return (
    <form className={classes.dialog} onSubmit={submit}>
      <TextInput
        label="Code that the app shows"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        data-autofocus
        value={code}
        error={problem}
        onChange={(event) => {
          setCode(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <Button type="submit" loading={confirm.isPending} disabled={code.replaceAll(/\s/g, "").length < 6}>
        Turn on
      </Button>
    </form>
  );
}
