"use client";

import { Button, Group, Modal, Textarea } from "@mantine/core";
import { useState } from "react";

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  text: string;
  button: string;
  danger?: boolean;
  busy: boolean;
  onReason: (reason: string) => void;
};

/** Asks why before something is done to a business. */
export function ReasonDialog({ opened, onClose, title, text, button, danger, busy, onReason }: Props) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const submit = () =>
    reason.trim() === "" ? setProblem("Say why: the business reads it in its history") : onReason(reason);
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": "Close" }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{text}</p>
        <Textarea
          label="Reason"
          description="The business reads it in its history."
          autosize
          minRows={2}
          maxLength={300}
          data-autofocus
          value={reason}
          error={problem}
          onChange={(event) => {
            setReason(event.target.value);
            setProblem(null);
          }}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color={danger ? "red" : undefined} loading={busy}>
            {button}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
