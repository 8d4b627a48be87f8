import type { ReactNode } from "react";
import classes from "./page.module.css";

type Props = { title: string; description?: string; children?: ReactNode; action?: ReactNode; level?: 2 | 3 };

/** A part of a form under a heading of its own. */
export function FormSection({ title, description, children, action, level = 3 }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={classes.section}>
      <div className={classes.sectionHead}>
        <Heading className={classes.sectionTitle}>{title}</Heading>
        {action}
      </div>
      {description ? <p className={classes.sectionText}>{description}</p> : null}
      {children ? <div className={classes.fields}>{children}</div> : null}
    </section>
  );
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={classes.row}>{children}</div>;
}
