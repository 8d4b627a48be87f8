"use client";

import { NativeSelect } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useForm } from "@mantine/form";
import { type ReactNode, useLayoutEffect, useState } from "react";
import type { ClassSchedule, RefusedDate } from "#modules/classes/schema.ts";
import { useAppointmentsChanged } from "#ui/dashboard/appointments/use-appointment-change.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useStaff } from "#ui/dashboard/data/use-catalog.ts";
import { dateFormat } from "#ui/dashboard/parts/date-format.ts";
import { DrawerForm, SaveBar } from "#ui/dashboard/parts/edit-drawer.tsx";
import { FieldRow } from "#ui/dashboard/parts/form-section.tsx";
import { useToday } from "#ui/dashboard/schedule/use-today.ts";
import { weekdayName } from "#ui/dashboard/schedule/weekday-names.ts";
import { ClassFields, StartField } from "./class-fields.tsx";
import { missingTerms, type ScheduleValues, scheduleRequest, scheduleValues } from "./class-values.ts";
import { savedWords } from "./class-words.ts";
import { EndSchedule } from "./end-schedule.tsx";
import { RefusedDates } from "./refused-dates.tsx";
import { useClassServices } from "./use-classes.ts";

type Props = { schedule: ClassSchedule | null; onClose: () => void; onDirty: (dirty: boolean) => void };

export function ScheduleForm({ schedule, onClose, onDirty }: Props) {
  const mayChange = useMay("schedule.write") && !schedule?.archived;
  const { locale } = useBusiness();
  const known = { services: useClassServices(), staff: useStaff(), today: useToday() };
  const form = useForm<ScheduleValues>({
    initialValues: scheduleValues(schedule, known),
    validate: missingTerms,
  });
  const [refused, setRefused] = useState<RefusedDate[]>([]);
  const changed = useAppointmentsChanged();
  const mutation = trpc.classes.saveSchedule.useMutation({
    onSuccess: (saved) => {
      tell(savedWords(saved, locale));
      form.resetDirty();
      setRefused(saved.refused);
      if (!schedule && saved.refused.length === 0) onClose();
    },
    onError: (error) => showFailure(error, form.setErrors),
    onSettled: changed,
  });
  const dirty = form.isDirty();
  useLayoutEffect(() => onDirty(dirty), [dirty, onDirty]);
  // A new one that some dates were refused of is there by now: saving again changes that one.
  const id = schedule?.id ?? mutation.data?.id;
  const { values, errors, setValues } = form;
  return (
    <DrawerForm
      onSubmit={form.onSubmit((given) => mutation.mutate(scheduleRequest(id, given)))}
      footer={
        mayChange ? (
          <SaveBar dirty={dirty} saving={mutation.isPending} onCancel={onClose} isNew={!id} />
        ) : undefined
      }
    >
      <RefusedDates dates={refused} />
      <ClassFields values={values} errors={errors} onEdit={setValues} isNew={!id}>
        <Turns values={values} errors={errors} onEdit={setValues} />
      </ClassFields>
      {schedule && mayChange ? <EndSchedule schedule={schedule} onDone={onClose} /> : null}
    </DrawerForm>
  );
}

type TurnsProps = {
  values: ScheduleValues;
  errors: Partial<Record<string, ReactNode>>;
  onEdit: (part: Partial<ScheduleValues>) => void;
};

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const intervals = [1, 2, 3, 4, 5, 6, 7, 8];

function Turns({ values, errors, onEdit }: TurnsProps) {
  const { locale } = useBusiness();
  const valueFormat = dateFormat(locale);
  return (
    <>
      <FieldRow>
        <NativeSelect
          label="Weekday"
          data={weekdays.map((day) => ({ value: `${day}`, label: weekdayName(day, locale) }))}
          value={values.weekday}
          onChange={(event) => onEdit({ weekday: Number(event.target.value) })}
        />
        <StartField values={values} errors={errors} onEdit={onEdit} />
        <NativeSelect
          label="How often"
          data={intervals.map((weeks) => ({
            value: `${weeks}`,
            label: weeks === 1 ? "Every week" : `Every ${weeks} weeks`,
          }))}
          value={values.everyWeeks}
          onChange={(event) => onEdit({ everyWeeks: Number(event.target.value) })}
        />
      </FieldRow>
      <FieldRow>
        <DateInput
          label="From"
          description="The first week counted."
          valueFormat={valueFormat}
          value={values.dateFrom}
          onChange={(date) => date && onEdit({ dateFrom: date })}
          error={errors.dateFrom}
        />
        <DateInput
          label="Until"
          description="Empty: it goes on."
          valueFormat={valueFormat}
          clearable
          clearButtonProps={{ "aria-label": "Clear the last day" }}
          value={values.dateTo}
          onChange={(dateTo) => onEdit({ dateTo })}
          error={errors.dateTo}
        />
      </FieldRow>
    </>
  );
}
