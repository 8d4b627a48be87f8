"use client";

import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { formatDay } from "#kernel/time/format-time.ts";
import type { CustomerSummary } from "#modules/customers/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useDrawers } from "#ui/dashboard/frame/drawers.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { Person } from "#ui/dashboard/parts/person.tsx";
import { ShowMore } from "#ui/dashboard/parts/show-more.tsx";
import { EmptyState, ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import table from "#ui/dashboard/parts/table.module.css";

export function CustomersPage() {
  const { openCustomer } = useDrawers();
  const mayManage = useMay("customers.write");
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const add = (
    <Button
      variant="default"
      leftSection={<Icon name="plus" size={16} />}
      onClick={() => openCustomer("new")}
    >
      Add customer
    </Button>
  );
  return (
    <Page
      title="Customers"
      actions={mayManage ? add : null}
      filters={
        <TextInput
          aria-label="Search customers"
          placeholder="Name, phone or e-mail"
          leftSection={<Icon name="search" size={16} />}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          style={{ flex: "1 1 220px", maxInlineSize: 360 }}
        />
      }
    >
      <Found search={search} add={mayManage ? add : null} />
    </Page>
  );
}

/** `add`: the way to the first one, where there is none. */
function Found({ search, add }: { search: string; add: ReactNode }) {
  const { openCustomer } = useDrawers();
  const query = trpc.customers.list.useInfiniteQuery(
    { search, limit: 50 },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  );
  if (query.isPending) return <LoadingRows rows={8} label="Loading customers" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const customers = query.data.pages.flatMap((page) => page.customers);
  if (customers.length === 0) {
    const text = search ? `Nobody found for “${search}”.` : "Customers appear here with their first booking.";
    return <EmptyState picture={search ? "search" : "people"} text={text} action={search ? null : add} />;
  }
  return (
    <>
      <CustomersTable customers={customers} onOpen={openCustomer} />
      <ShowMore {...query} />
    </>
  );
}

type TableProps = { customers: CustomerSummary[]; onOpen: (id: string) => void };

function CustomersTable({ customers, onOpen }: TableProps) {
  const { timeZone, locale } = useBusiness();
  const day = (instant: string | null) => (instant ? formatDay(instant, timeZone, locale) : "–");
  return (
    <div className={table.wrap}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Customer</th>
            <th scope="col" className={table.wide}>
              Phone
            </th>
            <th scope="col">Next visit</th>
            <th scope="col" className={table.wide}>
              Last visit
            </th>
            <th scope="col" className={`${table.number} ${table.wide}`}>
              Visits
            </th>
          </tr>
        </thead>
        <tbody>
          {customers.map(({ id, name, email, phone, visits, lastVisitAt, nextVisitAt }) => (
            <tr key={id} className={table.row}>
              <td>
                <button type="button" className={table.open} onClick={() => onOpen(id)}>
                  <Person name={name} detail={email ?? "No e-mail"} />
                </button>
              </td>
              <td className={`${table.wide} ${table.nowrap}`}>{phone ?? "–"}</td>
              <td className={table.nowrap}>{day(nextVisitAt)}</td>
              <td className={`${table.wide} ${table.nowrap}`}>{day(lastVisitAt)}</td>
              <td className={`${table.number} ${table.wide}`}>{visits}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
