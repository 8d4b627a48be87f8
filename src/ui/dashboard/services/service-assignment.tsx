"use client";

import { NumberInput, Radio, Stack } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { Service } from "#modules/catalog/schema.ts";
import { useStaff } from "#ui/dashboard/data/use-catalog.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import type { ServiceValues } from "./service-values.ts";
import classes from "./services.module.css";

type Props = { form: UseFormReturnType<ServiceValues> };

const ways: { value: Service["assignment"]; label: string; description: string }[] = [
  {
    value: "load",
    label: "Whoever has least to do that day",
    description: "The one with the fewest minutes booked.",
  },
  {
    value: "order",
    label: "In order",
    description: "The first in the list of staff who is free.",
  },
  {
    value: "weight",
    label: "By share",
    description: "Over a month, so that everybody comes close to their share.",
  },
];

const title = "Who gets it when the customer chooses anybody";

export function ServiceAssignment({ form }: Props) {
  return (
    <FormSection title={title}>
      <Radio.Group aria-label={title} {...form.getInputProps("assignment")}>
        <Stack gap={12}>
          {ways.map(({ value, label, description }) => (
            <Radio key={value} value={value} label={label} description={description} />
          ))}
        </Stack>
      </Radio.Group>
      {form.values.assignment === "weight" ? <Shares form={form} /> : null}
    </FormSection>
  );
}

/** A share for each person who performs it, and how many of a hundred visits that makes. */
function Shares({ form }: Props) {
  const { staffIds, weights } = form.values;
  const performers = useStaff().filter(({ id }) => staffIds.includes(id));
  const shareOf = (id: string) => Number(weights[id] ?? 1);
  const total = performers.reduce((sum, { id }) => sum + shareOf(id), 0);
  return (
    <div className={classes.shares}>
      {performers.map(({ id, name }) => (
        <div key={id} className={classes.share}>
          <NumberInput
            label={`Share of ${name}`}
            min={1}
            max={100}
            allowDecimal={false}
            value={weights[id] ?? 1}
            onChange={(share) => form.setFieldValue("weights", { ...weights, [id]: Number(share) })}
            error={form.errors[`weights.${id}`]}
          />
          <span className={classes.portion}>
            {total > 0 ? `about ${Math.round((shareOf(id) / total) * 100)} of 100 visits` : ""}
          </span>
        </div>
      ))}
    </div>
  );
}
