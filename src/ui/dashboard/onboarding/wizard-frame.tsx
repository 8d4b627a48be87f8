"use client";

import { Progress } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { Mark } from "#ui/dashboard/frame/mark.tsx";
import classes from "./onboarding.module.css";

type Props = {
  /** Of the step, for the progress: 1 is the first. */
  number: number;
  count: number;
  /** The way out, at the top. */
  leave?: { href: string; label: string };
  children: ReactNode;
};

/** The frame of every step: whose page this is, how far one has come, the way out. */
export function WizardFrame({ number, count, leave, children }: Props) {
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <div className={classes.top}>
          <span className={classes.brand}>
            <Mark className={classes.mark} />
            Slotkeeper
          </span>
          {leave ? (
            <a href={leave.href} className={classes.leave}>
              {leave.label}
            </a>
          ) : null}
        </div>
        <Progress
          value={(number / count) * 100}
          size={4}
          aria-label={`Step ${number} of ${count}`}
          transitionDuration={160}
        />
        <span className={classes.count} aria-hidden="true">
          Step {number} of {count}
        </span>
      </header>
      <main className={classes.main}>{children}</main>
    </div>
  );
}

/** The step's one question. Focus comes here, so that it is read out and the keyboard starts there. */
export function StepHeading({ title, lead }: { title: string; lead?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <div className={classes.head}>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {title}
      </h1>
      {lead ? <p className={classes.lead}>{lead}</p> : null}
    </div>
  );
}
