"use client";

import { Collapse, SegmentedControl, Select, TextInput, UnstyledButton } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { formatTimeWithOffset } from "#kernel/time/format-time.ts";
import { toAllEpochMinutes } from "#kernel/time/wall-time.ts";
import { minuteOfClock } from "#ui/dashboard/appointments/clock-time.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useServices, useStaff } from "#ui/dashboard/data/use-catalog.ts";
import { dateFormat } from "#ui/dashboard/parts/date-format.ts";
import { FieldRow } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./explain.module.css";
import { type ExplainValues, existsTwice } from "./explain-values.ts";

export type ExplainForm = UseFormReturnType<ExplainValues>;

/** What is asked: service, person, place, and the time by the clocks of `timeZone`. */
export function ExplainFields({ form, timeZone }: { form: ExplainForm; timeZone: string }) {
  const { locale } = useBusiness();
  return (
    <div className={classes.fields}>
      <WhatAndWho form={form} />
      <FieldRow>
        <DateInput
          label="Date"
          valueFormat={dateFormat(locale)}
          {...form.getInputProps("date")}
          onChange={(date) => date && form.setFieldValue("date", date)}
        />
        <TextInput label="Time" type="time" step={300} {...form.getInputProps("time")} />
      </FieldRow>
      {existsTwice(form.values, timeZone) ? <WhichOfTwo form={form} timeZone={timeZone} /> : null}
      <WhenAsked form={form} />
    </div>
  );
}

function WhatAndWho({ form }: { form: ExplainForm }) {
  const { locations } = useBusiness();
  const services = useServices();
  const staff = useStaff();
  const service = services.find(({ id }) => id === form.values.serviceId);
  const performers = staff.filter(({ id }) => service?.staffIds.includes(id) || id === form.values.staffId);
  return (
    <>
      <Select
        label="Service"
        searchable
        allowDeselect={false}
        {...form.getInputProps("serviceId")}
        data={services.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FieldRow>
        <Select
          label="With"
          allowDeselect={false}
          {...form.getInputProps("staffId")}
          data={[
            { value: "", label: "Anybody" },
            ...performers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {locations.length > 1 ? (
          <Select
            label="At"
            allowDeselect={false}
            {...form.getInputProps("locationId")}
            data={[
              { value: "", label: "Any location" },
              ...locations.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : null}
      </FieldRow>
    </>
  );
}

/** Clocks go back, and the hour comes twice. */
function WhichOfTwo({ form, timeZone }: { form: ExplainForm; timeZone: string }) {
  const { locale } = useBusiness();
  const { date, time } = form.values;
  const instants = toAllEpochMinutes({ date, minute: minuteOfClock(time) ?? 0 }, timeZone);
  return (
    <SegmentedControl
      aria-label="This time exists twice: which one?"
      value={form.values.later ? "later" : "first"}
      onChange={(which) => form.setFieldValue("later", which === "later")}
      data={instants.map((instant, index) => ({
        value: index === 0 ? "first" : "later",
        label: formatTimeWithOffset(instant, timeZone, locale),
      }))}
    />
  );
}

/** For "why could my customer not book …": rules and bookings are then those of that moment. */
function WhenAsked({ form }: { form: ExplainForm }) {
  const { locale } = useBusiness();
  const [opened, setOpened] = useState(form.values.askedDate !== "");
  return (
    <div>
      <UnstyledButton
        className={classes.disclose}
        aria-expanded={opened}
        onClick={() => {
          if (opened) form.setValues({ askedDate: "", askedTime: "" });
          setOpened(!opened);
        }}
      >
        <Icon name={opened ? "down" : "right"} size={14} />
        When did the customer look?
      </UnstyledButton>
      <Collapse expanded={opened}>
        <div className={classes.asked}>
          <FieldRow>
            <DateInput
              label="On"
              clearable
              clearButtonProps={{ "aria-label": "Clear the date" }}
              valueFormat={dateFormat(locale)}
              value={form.values.askedDate || null}
              onChange={(date) => form.setFieldValue("askedDate", date ?? "")}
              error={form.errors.askedAt}
            />
            <TextInput label="At about" type="time" step={300} {...form.getInputProps("askedTime")} />
          </FieldRow>
        </div>
      </Collapse>
    </div>
  );
}
