"use client";

import { Button, NativeSelect, Skeleton } from "@mantine/core";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import type { HolidaysView } from "#modules/availability/holiday-schema.ts";
import type { Conflicts } from "#modules/availability/schedule-schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { FieldRow, FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import { HolidayList } from "./holiday-list.tsx";
import { closedWords } from "./holiday-values.ts";
import classes from "./schedule.module.css";
import { useScheduleChange } from "./use-schedule-change.ts";

type Props = { locationId: string | undefined; onSaved: (conflicts: Conflicts) => void };

/** Public holidays on which the business, or a location in its place, is closed. */
export function HolidaysSection({ locationId, onSaved }: Props) {
  const [looked, setLooked] = useState<{ country: string; region: string | null } | null>(null);
  const query = trpc.schedule.readHolidays.useQuery(
    { locationId, ...looked },
    { placeholderData: keepPreviousData },
  );
  return (
    <FormSection
      title="Public holidays"
      description="Closed on these days every year. Dates with other hours come before them."
    >
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton height={80} /> : null}
      {query.data ? (
        <Holidays view={query.data} locationId={locationId} onSaved={onSaved} onLook={setLooked} />
      ) : null}
    </FormSection>
  );
}

type HolidaysProps = Props & {
  view: HolidaysView;
  onLook: (place: { country: string; region: string | null } | null) => void;
};

function Holidays({ view, locationId, onSaved, onLook }: HolidaysProps) {
  const { save, remove, saving } = useHolidays(locationId, onSaved);
  const { saved, followed, shown } = view;
  const worked = saved?.worked ?? [];
  const choose = (country: string, region: string | null) => {
    onLook(country ? { country, region } : null);
    if (saved && country) save({ country, region, worked: country === saved.country ? worked : [] });
  };
  return (
    <>
      {saved ? <p className={classes.strong}>{closedWords(view, worked)}</p> : null}
      {!saved && followed ? <p className={classes.quiet}>{followedWords(view)}</p> : null}
      <PlaceFields view={view} onChoose={choose} />
      {shown && !saved ? (
        <div>
          <Button loading={saving} onClick={() => save({ ...shown, worked: [] })}>
            {followed ? "Use these here instead" : "Close on public holidays"}
          </Button>
        </div>
      ) : null}
      {shown && saved ? (
        <HolidayList
          years={view.years}
          worked={worked}
          onChange={(next) => save({ ...shown, worked: next })}
        />
      ) : null}
      {saved ? (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            loading={saving}
            onClick={() => {
              onLook(null);
              remove();
            }}
          >
            {followed ? "Follow the business’s holidays instead" : "Stop closing on public holidays"}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function PlaceFields({ view, onChoose }: { view: HolidaysView; onChoose: HolidaysFieldsChange }) {
  const { shown, countries, regions } = view;
  const display = useCountryNames();
  return (
    <FieldRow>
      <NativeSelect
        label="Country"
        value={shown?.country ?? ""}
        onChange={(event) => onChoose(event.target.value, null)}
        data={[
          ...(shown ? [] : [{ value: "", label: "Choose a country" }]),
          ...countries.map(({ code, name }) => ({ value: code, label: display(code) ?? name })),
        ]}
      />
      {shown && regions.length > 0 ? (
        <NativeSelect
          label="Region"
          value={shown.region ?? ""}
          onChange={(event) => onChoose(shown.country, event.target.value || null)}
          data={[
            { value: "", label: "Nationwide holidays only" },
            ...regions.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      ) : null}
    </FieldRow>
  );
}

type HolidaysFieldsChange = (country: string, region: string | null) => void;

/** Country names in the language of the business, as far as the browser knows them. */
function useCountryNames(): (code: string) => string | undefined {
  const { locale } = useBusiness();
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return (code) => names.of(code);
}

function followedWords(view: HolidaysView): string {
  const code = view.followed?.country ?? "";
  const country = view.countries.find((one) => one.code === code)?.name ?? code;
  return `Follows the business: closed on its public holidays (${country}).`;
}

type Place = { country: string; region: string | null; worked: string[] };

function useHolidays(locationId: string | undefined, onSaved: (conflicts: Conflicts) => void) {
  const save = trpc.schedule.saveHolidays.useMutation(
    useScheduleChange({ done: "Public holidays saved", onSaved }),
  );
  const remove = trpc.schedule.removeHolidays.useMutation(
    useScheduleChange({ done: "Public holidays removed", onSaved }),
  );
  return {
    saving: save.isPending || remove.isPending,
    save: (place: Place) => save.mutate({ locationId, ...place }),
    remove: () => remove.mutate({ locationId }),
  };
}
