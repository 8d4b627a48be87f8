"use client";

import { Button, CopyButton, Group, Modal } from "@mantine/core";
import type { NewBuilderKey } from "#modules/builders/schema.ts";
import classes from "./platform.module.css";

/** A key as it is shown once. */
export function NewKeyDialog({ made, onClose }: { made: NewBuilderKey | null; onClose: () => void }) {
  return (
    <Modal
      opened={made !== null}
      onClose={onClose}
      title="Key and secret"
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <div className={classes.actions}>
        <p className={classes.note}>They are shown now and never again. Hand them over by a safe way.</p>
        <Secret label="Key, for the API" value={made?.key ?? ""} />
        <Secret label="Secret, for signing users in" value={made?.secret ?? ""} />
        <Group justify="flex-end">
          <Button onClick={onClose}>I have kept both</Button>
        </Group>
      </div>
    </Modal>
  );
}

function Secret({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <span>{label}</span>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="subtle" onClick={copy}>
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
      </Group>
      <code className={classes.code}>{value}</code>
    </div>
  );
}
