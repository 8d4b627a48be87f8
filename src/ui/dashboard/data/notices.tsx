"use client";

import { Anchor, Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { failureOf } from "./trpc.ts";

const closeButtonProps = { "aria-label": "Dismiss" };

/** Says that something was done. */
export function tell(message: string): void {
  const icon = <Icon name="check" size={16} />;
  notifications.show({ message, icon, color: "teal", autoClose: 4000, closeButtonProps });
}

/** Says that something was done, with a way back for ten seconds. */
export function tellWithUndo(message: string, undo: () => void): void {
  const id = `undo-${message}`;
  const takeBack = () => {
    notifications.hide(id);
    undo();
  };
  notifications.show({
    id,
    autoClose: 10_000,
    closeButtonProps,
    color: "teal",
    icon: <Icon name="check" size={16} />,
    message: (
      <span className="sk-undo">
        <span>{message}</span>
        <Button size="compact-sm" variant="subtle" onClick={takeBack}>
          Undo
        </Button>
      </span>
    ),
  });
}

/** Says why something was not done. */
export function tellFailure(error: unknown, title = "That did not work"): void {
  const { message, reason } = failureOf(error);
  if (reason === "planLimit") tellPlanLimit(message);
  else tellRefusal(message, title);
}

/** Says what the plan does not allow, with the way to the plans. */
function tellPlanLimit(words: string): void {
  const message = (
    <>
      {words} {/* Beside the form, so that what was typed into it is not lost. */}
      <Anchor inherit href="/dashboard/settings?section=plan" target="_blank" rel="noreferrer">
        Open your plan
      </Anchor>
    </>
  );
  notifications.show({
    title: "Your plan does not allow this",
    message,
    color: "yellow",
    icon: <Icon name="info" size={16} />,
    autoClose: 15_000,
    closeButtonProps,
  });
}

/** Says in a sentence of one's own why something was not done. */
export function tellRefusal(message: string, title = "Not moved"): void {
  notifications.show({
    title,
    message,
    color: "red",
    icon: <Icon name="warning" size={16} />,
    autoClose: 8000,
    closeButtonProps,
  });
}
