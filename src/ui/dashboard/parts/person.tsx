import { Avatar } from "@mantine/core";
import type { ReactNode } from "react";
import { initialsOf } from "#ui/dashboard/calendar/entry-content.ts";
import classes from "./person.module.css";

type Props = { name: string; detail?: ReactNode; photoUrl?: string | null; color?: string; size?: number };

/** Somebody: face or initials, name, and a quiet second line. */
export function Person({ name, detail, photoUrl, color, size = 36 }: Props) {
  return (
    <span className={classes.person}>
      <Avatar
        src={photoUrl ?? null}
        alt=""
        size={size}
        radius="xl"
        styles={
          color
            ? {
                placeholder: {
                  background: `color-mix(in oklab, ${color} 22%, var(--sk-page))`,
                  color: "var(--sk-ink)",
                },
              }
            : {}
        }
      >
        <span aria-hidden="true">{initialsOf(name)}</span>
      </Avatar>
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        {detail ? <span className={classes.detail}>{detail}</span> : null}
      </span>
    </span>
  );
}
