"use client";

import { Button, Switch } from "@mantine/core";
import type { ReactNode } from "react";
import { Icon } from "./icons.tsx";
import { Page } from "./page.tsx";
import { EmptyState, ErrorState, LoadingRows, type Picture } from "./states.tsx";

type Props = {
  title: string;
  query: { data: unknown; isPending: boolean; error: unknown; refetch: () => unknown };
  /** Read out while it is loading. */
  loading: string;
  /** What is said of a list without anything in it; null while there is something. */
  empty: { picture: Picture; text: string } | null;
  /** The way to one more; null for those who may not. */
  add: { label: string; onClick: () => void } | null;
  archived: boolean;
  onArchived: (shown: boolean) => void;
  children: ReactNode;
};

/** A page that lists what a business has, and on demand what it had. */
export function ArchivableList({ title, query, loading, empty, add, ...rest }: Props) {
  const { archived, onArchived, children } = rest;
  const button = add ? (
    <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={add.onClick}>
      {add.label}
    </Button>
  ) : null;
  return (
    <Page
      title={title}
      actions={button}
      filters={
        <Switch
          label="Show archived"
          checked={archived}
          onChange={(event) => onArchived(event.currentTarget.checked)}
        />
      }
    >
      {query.isPending ? <LoadingRows label={loading} /> : null}
      {query.error && !query.data ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
      {empty && query.data ? <EmptyState {...empty} action={button} /> : null}
      {children}
    </Page>
  );
}
