import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons.tsx";
import classes from "./state-pill.module.css";

export type Tone = "info" | "good" | "warn" | "danger" | "quiet";

/** How something stands: colour, picture and word together, as colour alone says nothing to many. */
export function StatePill({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={classes.pill} data-tone={tone}>
      {icon ? <Icon name={icon} size={13} strokeWidth={2.2} /> : null}
      {children}
    </span>
  );
}
