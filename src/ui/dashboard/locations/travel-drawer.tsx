"use client";

import { NumberInput } from "@mantine/core";
import { useState } from "react";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { EditDrawer, SaveBar } from "#ui/dashboard/parts/edit-drawer.tsx";
import { FieldRow } from "#ui/dashboard/parts/form-section.tsx";
import classes from "./travel.module.css";
import { timesOf, type Way, withThere } from "./travel-values.ts";

type Props = { opened: boolean; ways: Way[]; onClose: () => void };

/** The minutes of every way, there and back. */
export function TravelDrawer({ opened, ways: saved, onClose }: Props) {
  const [edited, setEdited] = useState<Way[] | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const utils = trpc.useUtils();
  const close = () => {
    setEdited(null);
    setErrors({});
    onClose();
  };
  const mutation = trpc.locations.saveTravelTimes.useMutation({
    onSuccess: async () => {
      await utils.locations.travelTimes.invalidate();
      tell("Travel times saved");
      close();
    },
    onError: (error) => showFailure(error, setErrors),
    onSettled: () => utils.availability.invalidate(),
  });
  const ways = edited ?? saved;
  const dirty = JSON.stringify(timesOf(ways)) !== JSON.stringify(timesOf(saved));
  return (
    <EditDrawer
      opened={opened}
      onClose={close}
      dirty={dirty}
      title="Travel between locations"
      subtitle="Minutes from door to door, on top of what is kept free before and after visits."
      onSubmit={(event) => {
        event.preventDefault();
        mutation.mutate({ times: timesOf(ways) });
      }}
      footer={<SaveBar dirty={dirty} saving={mutation.isPending} onCancel={close} />}
    >
      {ways.map((way, index) => (
        <WayFields
          key={`${way.first.id} ${way.second.id}`}
          way={way}
          errors={[errors[`times.${2 * index}.minutes`], errors[`times.${2 * index + 1}.minutes`]]}
          onChange={(next) => setEdited(ways.map((other) => (other === way ? next : other)))}
        />
      ))}
    </EditDrawer>
  );
}

type WayProps = { way: Way; errors: [string | undefined, string | undefined]; onChange: (way: Way) => void };

function WayFields({ way, errors, onChange }: WayProps) {
  const common = { min: 0, max: 720, step: 5, suffix: " min", allowDecimal: false };
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.legend}>
        {way.first.name} – {way.second.name}
      </legend>
      <FieldRow>
        <NumberInput
          label="There"
          {...common}
          value={way.there}
          onChange={(minutes) => onChange(withThere(way, Number(minutes)))}
          error={errors[0]}
        />
        <NumberInput
          label="Back"
          {...common}
          value={way.back}
          onChange={(minutes) => onChange({ ...way, back: Number(minutes) })}
          error={errors[1]}
        />
      </FieldRow>
    </fieldset>
  );
}
