"use client";

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { DaysPanel } from "./days-panel.tsx";
import { HoursPanel } from "./hours-panel.tsx";
import type { HoursOwner } from "./owner.ts";

const everywhere = "everywhere";

/** A staff member or a service; what is set for it counts at all locations, or at one of them. */
type Scoped = { staffId: string } | { serviceId: string };

type Props = {
  owner: Scoped;
  /** Where they work, or where it is offered. */
  locationIds: string[];
};

type HoursProps = Props & { onClose: () => void; onDirty: (dirty: boolean) => void };

/** Hours that are the same at every location, or others at one of them. */
export function ScopedHoursPanel({ owner, locationIds, onClose, onDirty }: HoursProps) {
  const { withHours, known } = useLocationsWithHours(owner, locationIds);
  const { scope, chooser } = useLocationChoice(locationIds, "Hours at", withHours);
  if (!known) return null;
  return (
    <HoursPanel
      key={scope}
      owner={ownerAt(owner, scope)}
      onClose={onClose}
      onDirty={onDirty}
      chooser={chooser}
    />
  );
}

/** Days off that count at every location, or at one of them. */
export function ScopedDaysPanel({ owner, locationIds }: Props) {
  const { scope, chooser } = useLocationChoice(locationIds, "At", []);
  return <DaysPanel key={scope} owner={ownerAt(owner, scope)} chooser={chooser} />;
}

function ownerAt(owner: Scoped, scope: string): HoursOwner {
  return scope === everywhere ? owner : { ...owner, locationId: scope };
}

/** `withHours`: locations that have hours of their own, the first of which is shown first. */
function useLocationChoice(locationIds: string[], label: string, withHours: string[]) {
  const { locations } = useBusiness();
  const [chosen, setChosen] = useState<string | null>(null);
  const own = locations.filter(({ id }) => locationIds.includes(id));
  const scope = chosen ?? withHours[0] ?? everywhere;
  const several = own.length > 1 || withHours.length > 0;
  const chooser = several ? (
    <NativeSelect
      label={label}
      value={scope}
      onChange={(event) => setChosen(event.target.value)}
      data={[
        { value: everywhere, label: "All locations" },
        ...own.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      mb={16}
    />
  ) : null;
  return { scope, chooser };
}

/** Locations with hours of their own: there, those for all locations do not count. */
function useLocationsWithHours(owner: Scoped, locationIds: string[]) {
  const queries = trpc.useQueries((t) =>
    locationIds.map((locationId) => t.schedule.read({ ...owner, locationId })),
  );
  const withHours = locationIds.filter((_, index) => queries[index]?.data?.usesDefaultHours === false);
  return { withHours, known: queries.every(({ isPending }) => !isPending) };
}
