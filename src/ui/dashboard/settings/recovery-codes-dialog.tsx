"use client";

import { Button, CopyButton } from "@mantine/core";
import { Dialog } from "#ui/dashboard/parts/dialog.tsx";
import classes from "./settings.module.css";

type Props = { codes: string[] | null; onClose: () => void };

/** Shows recovery codes, this once; closed by its button alone, so that a slip does not lose them. */
export function RecoveryCodesDialog({ codes, onClose }: Props) {
  const text = (codes ?? []).join("\n");
  return (
    <Dialog opened={codes !== null} onClose={null} title="Your recovery codes">
      <div className={classes.dialog}>
        <p>
          Each lets you in once, when you have lost your app and your passkeys. Keep them where only you find
          them: they are not shown again.
        </p>
        <ul className={classes.codes}>
          {(codes ?? []).map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <div className={classes.buttons}>
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button variant="default" size="xs" onClick={copy}>
                {copied ? "Copied" : "Copy"}
              </Button>
            )}
          </CopyButton>
          <Button
            component="a"
            variant="default"
            size="xs"
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
            download="slotkeeper-recovery-codes.txt"
          >
            Download
          </Button>
        </div>
        <Button onClick={onClose} data-autofocus>
          I have kept them
        </Button>
      </div>
    </Dialog>
  );
}
