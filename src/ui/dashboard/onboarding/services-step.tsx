"use client";

import { ActionIcon, Button, NativeSelect, Skeleton, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Service } from "#modules/catalog/schema.ts";
import { tellFailure } from "#ui/dashboard/data/notices.tsx";
import { failureOf, trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { MoneyInput } from "#ui/dashboard/parts/money-input.tsx";
import { durationWords } from "#ui/dashboard/parts/span-of-time.ts";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import { changedLine, type DraftLine, saveLines, storedLine } from "./list-drafts.ts";
import classes from "./onboarding.module.css";
import type { StepProps } from "./setup-wizard.tsx";
import { StepForm } from "./step-form.tsx";

type ServiceValues = { name: string; durationMin: number; priceMinor: number };
type Line = DraftLine<ServiceValues>;

/** What can be booked: the template's suggestions, changed where they stand. */
export function ServicesStep(props: StepProps) {
  const services = trpc.services.list.useQuery(
    { publicOnly: false },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const staff = trpc.staff.list.useQuery({ publicOnly: false });
  const failed = services.error ?? staff.error;
  const again = () => void Promise.all([services.refetch(), staff.refetch()]);
  if (failed) return <ErrorState error={failed} onRetry={again} />;
  if (!services.data || !staff.data) return <Skeleton height={360} />;
  const listed = services.data.categories.flatMap((category) => category.services);
  return <ServicesForm {...props} services={listed} staffIds={staff.data.staff.map(({ id }) => id)} />;
}

type FormProps = StepProps & { services: Service[]; staffIds: string[] };

function ServicesForm({ services, staffIds, onDone, onBack }: FormProps) {
  const [lines, setLines] = useState<Line[]>(() =>
    services.map(({ id, name, durationMin, priceMinor }) =>
      storedLine(id, { name, durationMin, priceMinor }),
    ),
  );
  const [removed, setRemoved] = useState<string[]>([]);
  const [saving, setSaving] = useState(false);
  const save = useSave(staffIds);
  const submit = async () => {
    setSaving(true);
    const outcome = await save(lines, removed);
    setLines(outcome.lines);
    setRemoved(outcome.removed);
    setSaving(false);
    if (!outcome.failed) onDone();
  };
  const remove = (line: Line) => {
    setLines((before) => before.filter(({ key }) => key !== line.key));
    if (line.id) setRemoved((before) => [...before, line.id as string]);
  };
  return (
    <StepForm
      title="What can people book?"
      lead="We suggest these. Change names, times and prices, or take them out."
      saving={saving}
      onBack={onBack}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ul className={classes.lines}>
        {lines.map((line, index) => (
          <ServiceLine
            key={line.key}
            line={line}
            number={index + 1}
            onChange={(change) =>
              setLines((before) => changedLine(before, line.key, { values: { ...line.values, ...change } }))
            }
            onRemove={lines.length > 1 ? () => remove(line) : undefined}
          />
        ))}
      </ul>
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => setLines((before) => [...before, newLine(before)])}
        >
          Add a service
        </Button>
      </div>
    </StepForm>
  );
}

function newLine(before: readonly Line[]): Line {
  const { durationMin = 60, priceMinor = 0 } = before.at(-1)?.values ?? {};
  return { key: crypto.randomUUID(), values: { name: "", durationMin, priceMinor } };
}

function useSave(staffIds: string[]) {
  const utils = trpc.useUtils();
  const { mutateAsync: store } = trpc.services.save.useMutation();
  const { mutateAsync: archive } = trpc.services.archive.useMutation();
  return async (lines: readonly Line[], removed: readonly string[]) => {
    const kept: string[] = [];
    for (const id of removed) {
      await archive({ id }).catch((error: unknown) => {
        kept.push(id);
        tellFailure(error, "Not taken out");
      });
    }
    const outcome = await saveLines(
      lines,
      async ({ id, values }) => (await store(id ? { id, ...values } : { ...values, staffIds })).id,
      (error) => failureOf(error).message,
    );
    void utils.staff.invalidate();
    return { lines: outcome.lines, removed: kept, failed: outcome.failed || kept.length > 0 };
  };
}

const durations = [15, 20, 30, 40, 45, 50, 60, 75, 90, 105, 120, 150, 180, 240, 300, 360, 480];

type LineProps = {
  line: Line;
  number: number;
  onChange: (change: Partial<ServiceValues>) => void;
  onRemove: (() => void) | undefined;
};

function ServiceLine({ line, number, onChange, onRemove }: LineProps) {
  const { currency, locale } = useBusiness();
  const { name, durationMin, priceMinor } = line.values;
  const offered = [...new Set([...durations, durationMin])].sort((a, b) => a - b);
  return (
    <li>
      <fieldset className={classes.line}>
        <legend className={classes.hidden}>Service {number}</legend>
        <TextInput
          label="Name"
          className={classes.lineName}
          value={name}
          autoFocus={name === ""}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          error={line.error}
        />
        <NativeSelect
          label="Time"
          data={offered.map((minutes) => ({ value: String(minutes), label: durationWords(minutes) }))}
          value={String(durationMin)}
          onChange={(event) => onChange({ durationMin: Number(event.currentTarget.value) })}
        />
        <MoneyInput
          label="Price"
          currency={currency}
          locale={locale}
          value={priceMinor}
          onChange={(minor) => onChange({ priceMinor: minor })}
        />
        {onRemove ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            className={classes.lineTool}
            aria-label={`Take out ${name || `service ${number}`}`}
            onClick={onRemove}
          >
            <Icon name="trash" size={16} />
          </ActionIcon>
        ) : null}
      </fieldset>
    </li>
  );
}
