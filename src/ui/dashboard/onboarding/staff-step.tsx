"use client";

import { ActionIcon, Button, Skeleton, TextInput } from "@mantine/core";
import { useState } from "react";
import { failureOf, trpc } from "#ui/dashboard/data/trpc.ts";
import { useServices } from "#ui/dashboard/data/use-catalog.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import { changedLine, type DraftLine, saveLines, storedLine } from "./list-drafts.ts";
import classes from "./onboarding.module.css";
import type { StepProps } from "./setup-wizard.tsx";
import { StepForm } from "./step-form.tsx";

type Line = DraftLine<{ name: string }>;

/** Who works there: the founder is there already, others by name. */
export function StaffStep(props: StepProps) {
  const query = trpc.staff.list.useQuery({ publicOnly: false }, { staleTime: Number.POSITIVE_INFINITY });
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={240} />;
  const stored = query.data.staff.map(({ id, name }) => storedLine(id, { name }));
  return <StaffForm {...props} stored={stored} />;
}

function StaffForm({ stored, onDone, onBack }: StepProps & { stored: Line[] }) {
  const [lines, setLines] = useState(stored);
  const [saving, setSaving] = useState(false);
  const serviceIds = useServices().map(({ id }) => id);
  const { mutateAsync } = trpc.staff.save.useMutation();
  const submit = async () => {
    setSaving(true);
    const named = lines.filter(({ id, values }) => id || values.name.trim() !== "");
    const outcome = await saveLines(
      named,
      async ({ id, values }) => (await mutateAsync(id ? { id, ...values } : { ...values, serviceIds })).id,
      (error) => failureOf(error).message,
    );
    setLines(outcome.lines);
    setSaving(false);
    if (!outcome.failed) onDone();
  };
  return (
    <StepForm
      title="Who works with you?"
      lead="Everybody named here does all services within your hours. Their own services, hours and sign-in come later."
      saving={saving}
      onBack={onBack}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ul className={classes.lines}>
        {lines.map((line, index) => (
          <li key={line.key} className={classes.person}>
            <TextInput
              label={index === 0 ? "You" : "Name"}
              aria-label={index === 0 ? "You" : `Name of person ${index + 1}`}
              value={line.values.name}
              autoFocus={!line.id}
              onChange={(event) => {
                const values = { name: event.currentTarget.value };
                setLines((before) => changedLine(before, line.key, { values }));
              }}
              error={line.error}
            />
            {line.id ? null : (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                className={classes.lineTool}
                aria-label={`Take out ${line.values.name || `person ${index + 1}`}`}
                onClick={() => setLines((before) => before.filter(({ key }) => key !== line.key))}
              >
                <Icon name="trash" size={16} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() =>
            setLines((before) => [...before, { key: crypto.randomUUID(), values: { name: "" } }])
          }
        >
          Add a person
        </Button>
      </div>
    </StepForm>
  );
}
