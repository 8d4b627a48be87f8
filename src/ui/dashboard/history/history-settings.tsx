"use client";

import { Button, Select } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useState } from "react";
import { actorKindWords } from "#modules/audit/rules/actor-words.ts";
import { eventKinds } from "#modules/audit/rules/event-words.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { dateFormat } from "#ui/dashboard/parts/date-format.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { ShowMore } from "#ui/dashboard/parts/show-more.tsx";
import { EmptyState, ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import classes from "./history.module.css";
import { downloadAddress, type HistoryFilter, isNarrowed, trailInput } from "./history-filter.ts";
import { HistoryTable } from "./history-table.tsx";

const everything: HistoryFilter = { who: null, kind: null, from: null, to: null };

/** Settings → History: everything that happened in the business, and who did it (F4). */
export function HistorySettings() {
  const [filter, setFilter] = useState(everything);
  return (
    <FormSection
      level={2}
      title="History"
      description="Everything that was done in this business, the newest first. It cannot be changed or deleted."
      action={
        <Button
          component="a"
          href={downloadAddress(filter)}
          variant="default"
          size="xs"
          leftSection={<Icon name="note" size={16} />}
        >
          Download CSV
        </Button>
      }
    >
      <Filters filter={filter} onChange={setFilter} />
      <Found filter={filter} onChange={setFilter} />
    </FormSection>
  );
}

type FilterProps = { filter: HistoryFilter; onChange: (filter: HistoryFilter) => void };

/** Who else than the team can be asked for. */
const otherActors = ["customer", "apiKey", "assistant", "siteBuilder", "platformAdmin", "system"] as const;

function Filters({ filter, onChange }: FilterProps) {
  const people = trpc.audit.people.useQuery().data ?? [];
  const { locale } = useBusiness();
  const team = people.map(({ userId, name }) => ({ value: `member:${userId}`, label: name }));
  const known = filter.who === null || [...team, ...others].some(({ value }) => value === filter.who?.value);
  const chosen = known || filter.who === null ? [] : [filter.who];
  const valueFormat = dateFormat(locale);
  return (
    <div className={classes.filters}>
      <Select
        label="Who"
        placeholder="Everybody"
        clearable
        searchable
        value={filter.who?.value ?? null}
        onChange={(value, option) => onChange({ ...filter, who: value ? option : null })}
        data={[
          { group: "Team", items: [...team, ...chosen] },
          { group: "Others", items: others },
        ]}
      />
      <Select
        label="What"
        placeholder="Everything"
        clearable
        value={filter.kind}
        onChange={(kind) => onChange({ ...filter, kind })}
        data={eventKinds.map(({ value, label }) => ({ value, label }))}
      />
      <DateInput
        label="From"
        placeholder="The beginning"
        clearable
        valueFormat={valueFormat}
        maxDate={filter.to ?? undefined}
        value={filter.from}
        onChange={(from) => onChange({ ...filter, from })}
      />
      <DateInput
        label="To"
        placeholder="Today"
        clearable
        valueFormat={valueFormat}
        minDate={filter.from ?? undefined}
        value={filter.to}
        onChange={(to) => onChange({ ...filter, to })}
      />
    </div>
  );
}

const others = otherActors.map((kind) => ({
  value: kind,
  label: kind === "system" ? "Slotkeeper itself" : `${actorKindWords[kind]}s`,
}));

function Found({ filter, onChange }: FilterProps) {
  const query = trpc.audit.list.useInfiniteQuery(
    { ...trailInput(filter), limit: 50 },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  );
  if (query.isPending) return <LoadingRows rows={8} label="Loading the history" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const entries = query.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) return <Nothing filter={filter} onChange={onChange} />;
  return (
    <>
      <HistoryTable entries={entries} onWho={(who) => onChange({ ...filter, who })} />
      <ShowMore {...query} />
    </>
  );
}

function Nothing({ filter, onChange }: FilterProps) {
  if (!isNarrowed(filter)) {
    return (
      <EmptyState picture="list" text="Nothing has happened yet. What you and your team do appears here." />
    );
  }
  const all = (
    <Button variant="default" onClick={() => onChange(everything)}>
      Show everything
    </Button>
  );
  return <EmptyState picture="search" text="Nothing of this kind happened then." action={all} />;
}
