"use client";

import { Checkbox } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./choice-list.module.css";
import { Person } from "./person.tsx";

type Choice = { id: string; name: string; detail?: string | null; photoUrl?: string | null; color?: string };

type Props = {
  label: string;
  choices: Choice[];
  /** Ids of those chosen. */
  value?: string[];
  onChange?: (ids: string[]) => void;
  error?: ReactNode;
};

/** Several of a list of people or places, each a row to tick. */
export function ChoiceList({ label, choices, value = [], onChange, error }: Props) {
  const toggle = (id: string, chosen: boolean) =>
    onChange?.(chosen ? [...value, id] : value.filter((other) => other !== id));
  return (
    <fieldset className={classes.list}>
      <legend className={classes.legend}>{label}</legend>
      {choices.map(({ id, name, detail, photoUrl, color }) => (
        <Checkbox
          key={id}
          classNames={{ root: classes.row, body: classes.rowBody, labelWrapper: classes.rowLabel }}
          checked={value.includes(id)}
          onChange={(event) => toggle(id, event.currentTarget.checked)}
          label={
            photoUrl === undefined ? (
              <span>
                {name}
                {detail ? <span className={classes.detail}> {detail}</span> : null}
              </span>
            ) : (
              <Person name={name} detail={detail} photoUrl={photoUrl} color={color} size={32} />
            )
          }
        />
      ))}
      {error ? <p className={classes.error}>{error}</p> : null}
    </fieldset>
  );
}
