"use client";

import { Button, Skeleton } from "@mantine/core";
import { useState } from "react";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import { PasskeyDialog } from "./passkey-dialog.tsx";
import { PasskeyRow } from "./passkey-row.tsx";
import { RecoveryCodesDialog } from "./recovery-codes-dialog.tsx";
import classes from "./settings.module.css";
import { TotpDialog } from "./totp-dialog.tsx";
import { useProof } from "./use-proof.tsx";
import { type Factors, useSecondStep } from "./use-second-step.ts";

/** What is asked for after the password, the link or Google: an app's code or a passkey (row O). */
export function SecondStep() {
  const query = trpc.secondFactors.read.useQuery();
  return (
    <FormSection
      level={2}
      title="Second step"
      description="Asked for after the password, the link or Google, so that a stolen password alone lets nobody in. A passkey also signs in by itself."
    >
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton height={112} /> : null}
      {query.data ? <Rows factors={query.data} /> : null}
    </FormSection>
  );
}

function Rows({ factors }: { factors: Factors }) {
  const { withProof, dialog } = useProof(factors.hasPassword);
  const step = useSecondStep();
  const [naming, setNaming] = useState(false);
  const isOn = factors.totp || factors.passkeys.length > 0;
  return (
    <>
      <ul className={classes.sessions}>
        <TotpRow
          on={factors.totp}
          onSetUp={() => withProof(step.beginTotp)}
          onRemove={() => withProof(step.removeTotp)}
        />
        {factors.passkeys.map((passkey) => (
          <PasskeyRow
            key={passkey.id}
            passkey={passkey}
            onRemove={() => withProof((proof) => step.removePasskey({ id: passkey.id, ...proof }))}
          />
        ))}
        {isOn ? <CodesRow left={factors.recoveryCodes} onRenew={() => withProof(step.renewCodes)} /> : null}
      </ul>
      {factors.passkeysAvailable ? (
        <div className={classes.buttons}>
          <Button variant="default" size="xs" onClick={() => setNaming(true)}>
            Add a passkey
          </Button>
        </div>
      ) : null}
      <PasskeyDialog
        opened={naming}
        onClose={() => setNaming(false)}
        onName={(name) => {
          setNaming(false);
          withProof((proof) => step.makePasskey(name, proof));
        }}
      />
      <TotpDialog
        setUp={step.totp}
        onClose={step.closeTotp}
        onConfirmed={(codes) => {
          tell("Authenticator app is on");
          step.showCodes(codes);
        }}
      />
      <RecoveryCodesDialog codes={step.codes} onClose={() => step.showCodes(null)} />
      {dialog}
    </>
  );
}

type TotpRowProps = { on: boolean; onSetUp: () => void; onRemove: () => void };

function TotpRow({ on, onSetUp, onRemove }: TotpRowProps) {
  return (
    <li className={classes.session}>
      <span>
        Authenticator app
        <span className={classes.quiet}>{on ? "On: asks for a code of 6 digits" : "Off"}</span>
      </span>
      {on ? (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label="Remove the authenticator app"
          onClick={onRemove}
        >
          Remove
        </Button>
      ) : (
        <Button variant="default" size="xs" aria-label="Set up an authenticator app" onClick={onSetUp}>
          Set up
        </Button>
      )}
    </li>
  );
}

function CodesRow({ left, onRenew }: { left: number; onRenew: () => void }) {
  return (
    <li className={classes.session}>
      <span>
        Recovery codes
        <span className={classes.quiet}>
          {left === 0 ? "None left: make new ones" : `${left} left, for when all else is lost`}
        </span>
      </span>
      <Button variant="subtle" size="compact-sm" aria-label="Make new recovery codes" onClick={onRenew}>
        New codes
      </Button>
    </li>
  );
}
