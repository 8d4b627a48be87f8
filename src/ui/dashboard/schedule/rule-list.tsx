"use client";

import { ActionIcon, Button } from "@mantine/core";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./schedule.module.css";

export type ListedRule = { id: string; title: string; lines: string[] };

type Props = {
  rules: ListedRule[];
  /** Said when there are none; null: nothing is. */
  empty: string | null;
  onEdit?: (id: string) => void;
  onRemove: (id: string) => void;
};

/** What is set, each with a way to change it and to take it away. */
export function RuleList({ rules, empty, onEdit, onRemove }: Props) {
  if (rules.length === 0) return empty ? <p className={classes.quiet}>{empty}</p> : null;
  return (
    <ul className={classes.rules}>
      {rules.map(({ id, title, lines }) => (
        <li key={id} className={classes.rule}>
          <span className={classes.ruleWords}>
            {title}
            {lines.map((line) => (
              <span key={line} className={classes.quiet}>
                {line}
              </span>
            ))}
          </span>
          <span className={classes.tools}>
            {onEdit ? (
              <Button
                variant="subtle"
                color="gray"
                size="compact-md"
                aria-label={`Change ${title}`}
                onClick={() => onEdit(id)}
              >
                Change
              </Button>
            ) : null}
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={`Remove ${title}`}
              onClick={() => onRemove(id)}
            >
              <Icon name="trash" size={16} />
            </ActionIcon>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Opens a form above a list. */
export function AddButton({ onClick, words, label }: { onClick: () => void; words: string; label: string }) {
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<Icon name="plus" size={14} />}
      onClick={onClick}
      aria-label={label}
    >
      {words}
    </Button>
  );
}
