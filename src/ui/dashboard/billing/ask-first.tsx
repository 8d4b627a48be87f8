import { Modal } from "@mantine/core";
import { modals } from "@mantine/modals";
import type { ReactNode } from "react";
import classes from "./billing.module.css";

type Question = {
  title: string;
  words: ReactNode;
  confirm: string;
  cancel: string;
  /** What is asked about takes something away. */
  takesAway?: boolean;
  act: () => void;
};

/** Asks before something is done. The title stands in the text: the dialog's own head would be a second banner. */
export function askFirst({ title, words, confirm, cancel, takesAway = false, act }: Question): void {
  modals.openConfirmModal({
    withCloseButton: false,
    children: (
      <>
        <Modal.Title className={classes.question}>{title}</Modal.Title>
        {words}
      </>
    ),
    labels: { confirm, cancel },
    ...(takesAway && { confirmProps: { color: "red" } }),
    onConfirm: act,
  });
}
