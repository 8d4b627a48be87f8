"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useServices } from "#ui/dashboard/data/use-catalog.ts";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { EmptyState } from "#ui/dashboard/parts/states.tsx";

/** Sessions with seats. */
export function ClassesPage() {
  const classes = useServices().filter(({ kind }) => kind === "class");
  const text =
    classes.length === 0
      ? "No class yet: add a service that is booked as a class."
      : "No sessions are planned here yet.";
  return (
    <Page title="Classes">
      <EmptyState
        picture="calendar"
        text={text}
        action={
          <Button component={Link} href="/dashboard/services" variant="default">
            Go to services
          </Button>
        }
      />
    </Page>
  );
}
