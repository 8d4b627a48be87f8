"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { Person } from "#ui/dashboard/parts/person.tsx";
import { ShowMore } from "#ui/dashboard/parts/show-more.tsx";
import { EmptyState, ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import table from "#ui/dashboard/parts/table.module.css";
import { LoginDrawer } from "./login-drawer.tsx";
import { SearchField } from "./search-field.tsx";
import { moment } from "./use-clock.ts";

/** Everybody who can sign in. */
export function UsersPage() {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [opened, setOpened] = useState(useSearchParams().get("id"));
  return (
    <Page
      title="Users"
      filters={
        <SearchField label="Search users" placeholder="E-mail or name" value={typed} onChange={setTyped} />
      }
    >
      <Found search={search} onOpen={setOpened} />
      <LoginDrawer id={opened} onClose={() => setOpened(null)} />
    </Page>
  );
}

function Found({ search, onOpen }: { search: string; onOpen: (id: string) => void }) {
  const query = trpc.platform.logins.useInfiniteQuery(
    { search, limit: 50 },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  );
  if (query.isPending) return <LoadingRows rows={8} label="Loading users" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const logins = query.data.pages.flatMap((page) => page.logins);
  if (logins.length === 0) return <EmptyState picture="search" text={`Nobody found for “${search}”.`} />;
  return (
    <>
      <div className={table.wrap}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">User</th>
              <th scope="col" className={table.wide}>
                Since
              </th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {logins.map(({ id, email, name, disabled, createdAt }) => (
              <tr key={id} className={table.row}>
                <td>
                  <button type="button" className={table.open} onClick={() => onOpen(id)}>
                    <Person name={name} detail={email} />
                  </button>
                </td>
                <td className={`${table.wide} ${table.nowrap}`}>{moment(createdAt)}</td>
                <td>{disabled ? "Disabled" : "Can sign in"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ShowMore {...query} />
    </>
  );
}
