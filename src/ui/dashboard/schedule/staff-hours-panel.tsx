"use client";

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { StaffMember } from "#modules/staff/schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { HoursPanel } from "./hours-panel.tsx";

const everywhere = "everywhere";

type Props = { person: StaffMember; onClose: () => void; onDirty: (dirty: boolean) => void };

/** A staff member's hours: the same at every location, or others at one of them. */
export function StaffHoursPanel({ person, onClose, onDirty }: Props) {
  const { locations } = useBusiness();
  const [chosen, setChosen] = useState<string | null>(null);
  const { withHours, known } = useLocationsWithHours(person);
  const own = locations.filter(({ id }) => person.locationIds.includes(id));
  const scope = chosen ?? withHours[0] ?? everywhere;
  const chooser =
    own.length > 1 || withHours.length > 0 ? (
      <NativeSelect
        label="Hours at"
        value={scope}
        onChange={(event) => setChosen(event.target.value)}
        data={[
          { value: everywhere, label: "All locations" },
          ...own.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        mb={16}
      />
    ) : null;
  if (!known) return null;
  const owner = scope === everywhere ? { staffId: person.id } : { staffId: person.id, locationId: scope };
  return <HoursPanel key={scope} owner={owner} onClose={onClose} onDirty={onDirty} chooser={chooser} />;
}

/** Locations where the person has hours of their own: there, those for all locations do not count. */
function useLocationsWithHours({ id, locationIds }: StaffMember) {
  const queries = trpc.useQueries((t) =>
    locationIds.map((locationId) => t.schedule.read({ staffId: id, locationId })),
  );
  const withHours = locationIds.filter((_, index) => queries[index]?.data?.usesDefaultHours === false);
  return { withHours, known: queries.every(({ isPending }) => !isPending) };
}
