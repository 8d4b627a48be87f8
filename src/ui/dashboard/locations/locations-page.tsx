"use client";

import { Badge, Button } from "@mantine/core";
import { useState } from "react";
import { zoneCity } from "#kernel/time/format-time.ts";
import type { Location } from "#modules/tenants/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { DrawerOnDemand } from "#ui/dashboard/parts/drawer-on-demand.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { EmptyState, ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import table from "#ui/dashboard/parts/table.module.css";
import { TravelSection } from "./travel-section.tsx";

const loadLocationDrawer = async () => (await import("./location-drawer.tsx")).LocationDrawer;

export function LocationsPage() {
  const mayManage = useMay("business.write");
  const [opened, setOpened] = useState<string | null>(null);
  const query = trpc.locations.list.useQuery({});
  const add = (
    <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setOpened("new")}>
      Add location
    </Button>
  );
  const locations = query.data?.locations ?? [];
  return (
    <Page title="Locations" actions={mayManage ? add : null}>
      {query.isPending ? <LoadingRows rows={3} label="Loading locations" /> : null}
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data && locations.length === 0 ? (
        <EmptyState
          picture="place"
          text="Where do you receive people? Add the first location."
          action={mayManage ? add : null}
        />
      ) : null}
      {locations.length > 0 ? <LocationsTable locations={locations} onOpen={setOpened} /> : null}
      {locations.length > 1 ? <TravelSection locations={locations} /> : null}
      <DrawerOnDemand
        title="Location"
        opened={opened !== null}
        onClose={() => setOpened(null)}
        load={loadLocationDrawer}
      >
        {(LocationDrawer) => (
          <LocationDrawer id={opened} locations={locations} onClose={() => setOpened(null)} />
        )}
      </DrawerOnDemand>
    </Page>
  );
}

type TableProps = { locations: Location[]; onOpen: (id: string) => void };

function LocationsTable({ locations, onOpen }: TableProps) {
  return (
    <div className={table.wrap}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Location</th>
            <th scope="col" className={table.wide}>
              Phone
            </th>
            <th scope="col" className={table.wide}>
              Time zone
            </th>
          </tr>
        </thead>
        <tbody>
          {locations.map(({ id, name, addressLine1, postalCode, city, phone, timeZone, isPrimary }) => (
            <tr key={id} className={table.row}>
              <td>
                <button type="button" className={table.open} onClick={() => onOpen(id)}>
                  <strong style={{ fontWeight: 550 }}>{name}</strong>{" "}
                  {isPrimary && locations.length > 1 ? (
                    <Badge variant="light" size="sm" tt="none">
                      Main
                    </Badge>
                  ) : null}
                  <div className={table.quiet}>
                    {[addressLine1, [postalCode, city].filter(Boolean).join(" ")].filter(Boolean).join(", ")}
                  </div>
                </button>
              </td>
              <td className={`${table.wide} ${table.nowrap}`}>{phone ?? "–"}</td>
              <td className={`${table.wide} ${table.quiet}`}>{zoneCity(timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
