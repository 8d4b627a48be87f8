import type { ReactNode } from "react";
import classes from "./page.module.css";

type Props = { title: string; actions?: ReactNode; filters?: ReactNode; children: ReactNode; wide?: boolean };

/** A page of the dashboard: its name, what can be done, how it is narrowed down, and what it is about. */
export function Page({ title, actions, filters, children, wide = true }: Props) {
  return (
    <div className={wide ? classes.page : `${classes.page} ${classes.narrow}`}>
      <div className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        <div className={classes.actions}>{actions}</div>
      </div>
      {filters ? <div className={classes.filters}>{filters}</div> : null}
      {children}
    </div>
  );
}
