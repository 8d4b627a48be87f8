"use client";

import { Button, Drawer } from "@mantine/core";
import { type FormEventHandler, type ReactNode, useLayoutEffect, useRef } from "react";
import classes from "./edit-drawer.module.css";
import { askToLeave, useUnloadGuard } from "./leave-guard.tsx";
import { useReturnFocus } from "./return-focus.ts";

type FormProps = {
  children: ReactNode;
  /** Buttons at the foot; without it there is none. */
  footer?: ReactNode;
  onSubmit?: FormEventHandler<HTMLFormElement>;
};

type FrameProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  subtitle?: ReactNode;
  /** Typed in and not saved: closing asks first. */
  dirty?: boolean;
  size?: number;
};

/** A drawer over the page one came from: title, what is edited, and the buttons always in sight. */
export function EditDrawer({ children, footer, onSubmit, ...frame }: FrameProps & FormProps) {
  return (
    <DrawerFrame {...frame}>
      <DrawerForm footer={footer} onSubmit={onSubmit}>
        {children}
      </DrawerForm>
    </DrawerFrame>
  );
}

/** The drawer without its inside, for those that hold several forms. */
export function DrawerFrame({
  opened,
  onClose,
  title,
  subtitle,
  dirty = false,
  size = 480,
  children,
}: FrameProps & { children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null);
  const close = useGuardedClose(dirty && opened, onClose);
  useReturnFocus(opened, content);
  const closeOnTop = () => {
    if (isOnTop(content.current)) close();
  };
  return (
    <Drawer.Root opened={opened} onClose={closeOnTop} position="right" size={size} returnFocus={false}>
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content>
        <div className={classes.content} ref={content}>
          <div className={classes.head}>
            <div className={classes.titles}>
              <Drawer.Title component="h2" className={classes.title}>
                {title}
              </Drawer.Title>
              {subtitle ? <div className={classes.subtitle}>{subtitle}</div> : null}
            </div>
            <Drawer.CloseButton aria-label="Close" size={36} />
          </div>
          {children}
        </div>
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** Escape reaches every open drawer: it is meant for the one that lies over the others, the last to be opened. */
function isOnTop(content: HTMLElement | null): boolean {
  const surfaces = document.querySelectorAll(".mantine-Drawer-content, .mantine-Modal-content");
  const last = [...surfaces].at(-1);
  return !last || !content || last.contains(content);
}

/** The inside of a drawer: what scrolls, and the foot that does not. */
export function DrawerForm({ children, footer, onSubmit }: FormProps) {
  const inside = (
    <>
      <div className={classes.body}>{children}</div>
      {footer ? <div className={classes.footer}>{footer}</div> : null}
    </>
  );
  if (!onSubmit) return <div className={classes.form}>{inside}</div>;
  return (
    <form className={classes.form} onSubmit={onSubmit} noValidate>
      {inside}
    </form>
  );
}

/**
 * Asks before what was typed is lost, by closing the drawer or by leaving the page. The drawer listens for Escape with
 * the function of an earlier render for a moment, so what counts is the newest state and not the one it was made with.
 */
function useGuardedClose(dirty: boolean, onClose: () => void): () => void {
  useUnloadGuard(dirty);
  const newest = useRef(dirty);
  useLayoutEffect(() => {
    newest.current = dirty;
  }, [dirty]);
  return () => (newest.current ? askToLeave(onClose) : onClose());
}

type SaveBarProps = {
  dirty: boolean;
  saving: boolean;
  label?: string;
  onCancel: () => void;
  isNew?: boolean;
};

/** The foot of a form: what the state of saving is, in words, and the button. */
export function SaveBar({ dirty, saving, label = "Save", onCancel, isNew = false }: SaveBarProps) {
  const state = saving ? "Saving …" : dirty ? "Not saved yet" : isNew ? "" : "All changes saved";
  return (
    <>
      <span className={classes.state} role="status">
        {state}
      </span>
      <Button variant="default" onClick={onCancel} disabled={saving}>
        {dirty || isNew ? "Cancel" : "Close"}
      </Button>
      <Button type="submit" loading={saving} disabled={!dirty && !isNew}>
        {label}
      </Button>
    </>
  );
}
