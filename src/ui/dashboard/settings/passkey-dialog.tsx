"use client";

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { browserLabel } from "#modules/accounts/rules/browser-label.ts";
import { Dialog } from "#ui/dashboard/parts/dialog.tsx";
import classes from "./settings.module.css";

type Props = { opened: boolean; onClose: () => void; onName: (name: string) => void };

/** Asks what to call a passkey before the browser makes it. */
export function PasskeyDialog({ opened, onClose, onName }: Props) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Add a passkey">
      <NameForm onName={onName} />
    </Dialog>
  );
}

function NameForm({ onName }: Pick<Props, "onName">) {
  const [name, setName] = useState(() => browserLabel(navigator.userAgent));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onName(name.trim());
  };
  return (
    <form className={classes.dialog} onSubmit={submit}>
      <p>Your device asks for your finger, your face or its PIN, then and whenever you sign in with it.</p>
      <TextInput
        label="Name"
        description="To tell it from others later."
        value={name}
        maxLength={60}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" disabled={name.trim() === ""}>
        Continue
      </Button>
    </form>
  );
}
