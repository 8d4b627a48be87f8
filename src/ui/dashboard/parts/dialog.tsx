"use client";

import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./dialog.module.css";

type Props = {
  opened: boolean;
  /** Null: it ends by a button of its own only, neither by Escape nor by a click beside it. */
  onClose: (() => void) | null;
  title: string;
  children: ReactNode;
};

/** Over the drawers that may have asked, below what is told. */
const layer = 390;

/** A question or a short task in the middle of the page. */
export function Dialog({ opened, onClose, title, children }: Props) {
  const closable = onClose !== null;
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose ?? stay}
      centered
      zIndex={layer}
      closeOnEscape={closable}
      closeOnClickOutside={closable}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content>
        <div className={classes.head}>
          <Modal.Title component="h2" className={classes.title}>
            {title}
          </Modal.Title>
          {closable ? <Modal.CloseButton aria-label="Close" size={36} /> : null}
        </div>
        <div className={classes.body}>{children}</div>
      </Modal.Content>
    </Modal.Root>
  );
}

function stay(): void {}
