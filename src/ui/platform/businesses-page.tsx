"use client";

import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import Link from "next/link";
import { useState } from "react";
import type { BusinessSummary, PlanInUse } from "#modules/platform/schema.ts";
import { type Inputs, trpc } from "#ui/dashboard/data/trpc.ts";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { Person } from "#ui/dashboard/parts/person.tsx";
import { ShowMore } from "#ui/dashboard/parts/show-more.tsx";
import { EmptyState, ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import table from "#ui/dashboard/parts/table.module.css";
import { SearchField } from "./search-field.tsx";
import { StateMark } from "./state-mark.tsx";
import { modeName } from "./words.ts";

type Asked = Pick<Inputs["platform"]["businesses"], "status" | "mode" | "planId">;

const states = [
  { value: "active", label: "Active" },
  { value: "suspended", label: "Suspended" },
  { value: "deleted", label: "Deleted" },
];
const modes = ["standalone", "integrated", "hybrid"].map((value) => ({ value, label: modeName(value) }));

export function BusinessesPage() {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [asked, setAsked] = useState<Asked>({});
  const plans = trpc.platform.plans.useQuery().data ?? [];
  const narrow = (part: Record<string, string | null>) =>
    setAsked({ ...asked, ...Object.fromEntries(Object.entries(part).map(([k, v]) => [k, v ?? undefined])) });
  return (
    <Page
      title="Businesses"
      filters={
        <>
          <SearchField
            label="Search businesses"
            placeholder="Name, address or owner’s e-mail"
            value={typed}
            onChange={setTyped}
          />
          <Choice label="State" all="Every state" data={states} onChange={(status) => narrow({ status })} />
          <Choice label="Mode" all="Every mode" data={modes} onChange={(mode) => narrow({ mode })} />
          <Choice
            label="Plan"
            all="Every plan"
            data={[
              { value: "none", label: "No plan" },
              ...plans.map(({ id, name, track }) => ({ value: id, label: `${name} (${track})` })),
            ]}
            onChange={(planId) => narrow({ planId })}
          />
        </>
      }
    >
      <Found asked={{ ...asked, search }} plans={plans} />
    </Page>
  );
}

type ChoiceProps = {
  label: string;
  all: string;
  data: { value: string; label: string }[];
  onChange: (value: string | null) => void;
};

function Choice({ label, all, data, onChange }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      placeholder={all}
      clearable
      comboboxProps={{ withinPortal: false }}
      data={data}
      onChange={onChange}
      style={{ inlineSize: 168 }}
    />
  );
}

type FoundProps = { asked: Inputs["platform"]["businesses"]; plans: PlanInUse[] };

function Found({ asked, plans }: FoundProps) {
  const query = trpc.platform.businesses.useInfiniteQuery(
    { ...asked, limit: 50 },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  );
  if (query.isPending) return <LoadingRows rows={8} label="Loading businesses" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const businesses = query.data.pages.flatMap((page) => page.businesses);
  if (businesses.length === 0) return <EmptyState picture="search" text="No business like this was found." />;
  return (
    <>
      <Table businesses={businesses} plans={plans} />
      <ShowMore {...query} />
    </>
  );
}

function Table({ businesses, plans }: { businesses: BusinessSummary[]; plans: PlanInUse[] }) {
  const nameOf = (planId: string | null) =>
    plans.find(({ id }) => id === planId)?.name ?? planId ?? "No plan";
  return (
    <div className={table.wrap}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Business</th>
            <th scope="col" className={table.wide}>
              Owner
            </th>
            <th scope="col" className={table.wide}>
              Mode
            </th>
            <th scope="col" className={table.wide}>
              Plan
            </th>
            <th scope="col" className={table.wide}>
              State
            </th>
          </tr>
        </thead>
        <tbody>
          {businesses.map((business) => (
            <tr key={business.id} className={table.row}>
              <td>
                <Link className={table.open} href={`/platform/businesses/${business.id}`}>
                  <Person name={business.name} detail={`/${business.slug}`} />
                </Link>
                <span className={table.narrow}>
                  <StateMark {...business} />
                </span>
              </td>
              <td className={table.wide}>{business.ownerEmail ?? "–"}</td>
              <td className={table.wide}>{modeName(business.mode)}</td>
              <td className={table.wide}>{nameOf(business.planId)}</td>
              <td className={table.wide}>
                <StateMark {...business} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
