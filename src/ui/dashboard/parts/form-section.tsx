import type { ReactNode } from "react";
import classes from "./page.module.css";

type Props = { title: string; description?: string; children: ReactNode; action?: ReactNode };

/** A part of a form under a heading of its own. */
export function FormSection({ title, description, children, action }: Props) {
  return (
    <section className={classes.section}>
      <div className={classes.sectionHead}>
        <h3 className={classes.sectionTitle}>{title}</h3>
        {action}
      </div>
      {description ? <p className={classes.sectionText}>{description}</p> : null}
      <div className={classes.fields}>{children}</div>
    </section>
  );
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={classes.row}>{children}</div>;
}
