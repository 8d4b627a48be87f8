"use client";

import { ActionIcon, Anchor, Button, MultiSelect } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import Link from "next/link";
import type { KeyboardEvent } from "react";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useResources } from "#ui/dashboard/data/use-catalog.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { type RequirementLine, requirementLine, type ServiceValues } from "./service-values.ts";
import classes from "./services.module.css";

type Props = { form: UseFormReturnType<ServiceValues> };

/** What a visit takes: one of the resources of each line. */
export function RequirementLines({ form }: Props) {
  const { requirements } = form.values;
  const resources = useResources();
  const change = (lines: RequirementLine[]) => {
    form.setFieldValue("requirements", lines);
    form.clearFieldError("requirements");
  };
  if (resources.length === 0 && requirements.length === 0) return <NoResources />;
  return (
    <div className={classes.lines}>
      {requirements.map((line, index) => (
        <Line
          key={line.key}
          line={line}
          first={index === 0}
          elsewhere={requirements.flatMap(({ key, ids }) => (key === line.key ? [] : ids))}
          error={form.errors[`requirements.${index}`]}
          onChange={(ids) =>
            change(requirements.map((other) => (other.key === line.key ? { ...line, ids } : other)))
          }
          onRemove={() => change(requirements.filter(({ key }) => key !== line.key))}
        />
      ))}
      {form.errors.requirements ? (
        <p role="alert" className={classes.problem}>
          {form.errors.requirements}
        </p>
      ) : null}
      <div>
        <Button
          variant="light"
          size="compact-sm"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => change([...requirements, requirementLine()])}
        >
          {requirements.length === 0 ? "Add a room, chair or equipment" : "Add something else it takes"}
        </Button>
      </div>
    </div>
  );
}

function NoResources() {
  return (
    <p className={classes.hint}>
      Does it take a room, a chair or a machine? Enter it under{" "}
      <Anchor component={Link} href="/dashboard/resources" inherit underline="always">
        Resources
      </Anchor>{" "}
      first.
    </p>
  );
}

type LineProps = {
  line: RequirementLine;
  first: boolean;
  /** Ids chosen in other lines: a visit takes each resource once. */
  elsewhere: string[];
  error: unknown;
  onChange: (ids: string[]) => void;
  onRemove: () => void;
};

function Line({ line, first, elsewhere, error, onChange, onRemove }: LineProps) {
  const choices = useResourceChoices(line.ids).map((choice) => ({
    ...choice,
    disabled: elsewhere.includes(choice.value),
  }));
  const chosen = choices.filter(({ value }) => line.ids.includes(value)).map(({ label }) => label);
  return (
    <div className={classes.line}>
      <MultiSelect
        label={first ? "One of" : "and one of"}
        placeholder={line.ids.length === 0 ? "Choose" : undefined}
        className={classes.field}
        data={choices}
        value={line.ids}
        onChange={onChange}
        error={error ? String(error) : null}
        hidePickedOptions
        autoFocus={line.ids.length === 0}
        onKeyDown={keepFromSaving}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={chosen.length > 0 ? `Remove ${chosen.join(", ")}` : "Remove this line"}
        onClick={onRemove}
      >
        <Icon name="trash" size={16} />
      </ActionIcon>
    </div>
  );
}

/** Enter chooses from the list; it does not save a form that is being filled in. */
function keepFromSaving(event: KeyboardEvent): void {
  if (event.key === "Enter") event.preventDefault();
}

/** "Room 1, Volkspark (2)": where it is when there are several locations, and how many when there are. */
function useResourceChoices(chosen: string[]): { value: string; label: string }[] {
  const resources = useResources();
  const { locations } = useBusiness();
  const known = resources.map(({ id, name, units, locationId }) => {
    const place = locations.length > 1 ? locations.find((one) => one.id === locationId)?.name : undefined;
    const words = [name, place].filter(Boolean).join(", ");
    return { value: id, label: units > 1 ? `${words} (${units})` : words };
  });
  const unknown = chosen.filter((id) => !known.some(({ value }) => value === id));
  return [...known, ...unknown.map((id) => ({ value: id, label: "Archived resource" }))];
}
