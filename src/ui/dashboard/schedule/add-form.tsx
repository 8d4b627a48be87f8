"use client";

import { Button, NumberInput, UnstyledButton } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./schedule.module.css";

type Props = {
  /** What the form is for, above its fields. */
  title: string;
  children: ReactNode;
  problem: string | null;
  saving: boolean;
  saveLabel?: string;
  onCancel: () => void;
  onSave: () => void;
};

/** A form inside a panel that may be a form itself: Enter in a field saves this one. */
export function AddForm({ title, children, problem, saving, saveLabel = "Save", onCancel, onSave }: Props) {
  const heading = useId();
  const opened = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    opened.current?.focus({ preventScroll: true });
    opened.current?.scrollIntoView({ block: "start" });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    onSave();
  };
  return (
    <fieldset className={classes.addForm} aria-labelledby={heading} onKeyDown={onKeyDown}>
      <h4 id={heading} ref={opened} tabIndex={-1} className={classes.addTitle}>
        {title}
      </h4>
      {children}
      {problem ? (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      ) : null}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button onClick={onSave} loading={saving}>
          {saveLabel}
        </Button>
      </div>
    </fieldset>
  );
}

/** Fields that few need, behind a button. */
export function More({ children, opened = false }: { children: ReactNode; opened?: boolean }) {
  const [open, setOpen] = useState(opened);
  return (
    <div>
      <UnstyledButton className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={open ? classes.turned : undefined}>
          <Icon name="right" size={14} />
        </span>
        More
      </UnstyledButton>
      {open ? <div className={classes.moreFields}>{children}</div> : null}
    </div>
  );
}

type PriorityProps = { value: number; onChange: (priority: number) => void; description: string };

/** Which of several rules about the same day counts. */
export function PriorityField({ value, onChange, description }: PriorityProps) {
  return (
    <NumberInput
      label="Priority"
      description={description}
      min={-100}
      max={100}
      allowDecimal={false}
      value={value}
      onChange={(next) => onChange(typeof next === "number" ? next : 0)}
      maw={260}
    />
  );
}
