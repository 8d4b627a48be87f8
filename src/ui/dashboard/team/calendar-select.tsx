"use client";

import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useStaff } from "#ui/dashboard/data/use-catalog.ts";
import { newCalendar, noCalendar } from "./member-values.ts";

type Props = {
  /** Whose login it is: their own calendar stays in the list. */
  memberId?: string;
  /** Whether a staff member can be made for the login. */
  offersNew?: boolean;
  label?: string;
  value?: string;
  onChange?: (value: string) => void;
  error?: ReactNode;
};

/** The staff member that a login is; those who are somebody else's are left out. */
export function CalendarSelect({
  memberId,
  offersNew,
  label = "Their calendar",
  value,
  onChange,
  error,
}: Props) {
  const staff = useStaff();
  const team = trpc.team.list.useQuery();
  const taken = new Set(
    (team.data?.members ?? []).filter(({ id }) => id !== memberId).map(({ staffId }) => staffId),
  );
  const free = staff.filter(({ id }) => !taken.has(id));
  return (
    <Select
      label={label}
      description="The staff member that they are. Customers book with staff members, not with logins."
      allowDeselect={false}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? noCalendar)}
      error={error}
      data={[
        ...(offersNew ? [{ value: newCalendar, label: "A new staff member" }] : []),
        ...free.map(({ id, name }) => ({ value: id, label: name })),
        { value: noCalendar, label: "No calendar of their own" },
      ]}
    />
  );
}
