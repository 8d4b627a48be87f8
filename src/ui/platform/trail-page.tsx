"use client";

import { Select, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { actorKindWords } from "#modules/audit/rules/actor-words.ts";
import { platformKinds } from "#modules/audit/rules/event-words.ts";
import type { Inputs } from "#ui/dashboard/data/trpc.ts";
import history from "#ui/dashboard/history/history.module.css";
import { dateFormat } from "#ui/dashboard/parts/date-format.ts";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { BusinessChoice } from "./business-choice.tsx";
import { TrailList } from "./trail-list.tsx";
import { platformLocale } from "./use-clock.ts";

type Asked = Omit<Inputs["platform"]["trail"], "cursor" | "limit">;

/** The audit trail of the platform and of every business, searched by business, person, kind and time. */
export function TrailPage() {
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState<Asked>({});
  const [actorEmail] = useDebouncedValue(typed.trim(), 300);
  return (
    <Page title="Audit trail">
      <div className={history.filters} style={{ marginBlockEnd: 16 }}>
        <BusinessChoice onChange={(businessId) => setAsked({ ...asked, businessId })} />
        <TextInput
          label="Who, by e-mail"
          placeholder="name@example.com"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select
          label="Who, by kind"
          placeholder="Everybody"
          clearable
          data={Object.entries(actorKindWords).map(([value, label]) => ({
            value,
            label: value === "member" ? "Team member" : label,
          }))}
          onChange={(actorKind) => setAsked({ ...asked, actorKind: actorKind ?? undefined })}
        />
        <Select
          label="What"
          placeholder="Everything"
          clearable
          data={platformKinds.map(({ value, label }) => ({ value, label }))}
          onChange={(kind) => setAsked({ ...asked, kind: kind ?? undefined })}
        />
        <Day label="From (UTC)" onChange={(from) => setAsked({ ...asked, from })} />
        <Day label="To (UTC)" onChange={(to) => setAsked({ ...asked, to })} />
      </div>
      <TrailList asked={{ ...asked, actorEmail: actorEmail || undefined }} />
    </Page>
  );
}

type DayProps = { label: string; onChange: (date: string | undefined) => void };

function Day({ label, onChange }: DayProps) {
  return (
    <DateInput
      label={label}
      placeholder="Any day"
      clearable
      valueFormat={dateFormat(platformLocale)}
      onChange={(date) => onChange(date ?? undefined)}
    />
  );
}
