"use client";

import { Button } from "@mantine/core";
import { type FormEvent, type ReactNode, useId } from "react";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./onboarding.module.css";
import { StepHeading } from "./wizard-frame.tsx";

type Props = {
  title: string;
  lead?: ReactNode;
  /** The fields of the step. */
  children?: ReactNode;
  /** What belongs to the step and saves by itself, after the fields. */
  after?: ReactNode;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onBack?: (() => void) | undefined;
  saving?: boolean;
  /** What the one button says. */
  next?: string;
};

/** A step of the wizard: a question, its fields, one button on, one way back. */
export function StepForm({
  title,
  lead,
  children,
  after,
  onSubmit,
  onBack,
  saving,
  next = "Continue",
}: Props) {
  const id = useId();
  return (
    <>
      <StepHeading title={title} lead={lead} />
      <form id={id} onSubmit={onSubmit} noValidate className={classes.fields}>
        {children}
      </form>
      {after ? <div className={classes.after}>{after}</div> : null}
      <div className={classes.foot}>
        {onBack ? (
          <Button
            variant="subtle"
            color="gray"
            size="md"
            onClick={onBack}
            leftSection={<Icon name="left" size={16} />}
          >
            Back
          </Button>
        ) : null}
        <Button type="submit" form={id} size="md" loading={saving ?? false} className={classes.next}>
          {next}
        </Button>
      </div>
    </>
  );
}
