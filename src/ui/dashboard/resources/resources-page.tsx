"use client";

import { useState } from "react";
import type { Resource } from "#modules/catalog/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useServices } from "#ui/dashboard/data/use-catalog.ts";
import { ArchivableList } from "#ui/dashboard/parts/archivable-list.tsx";
import { DrawerOnDemand } from "#ui/dashboard/parts/drawer-on-demand.tsx";
import table from "#ui/dashboard/parts/table.module.css";
import { kindWords } from "./resource-values.ts";

const loadResourceDrawer = async () => (await import("./resource-drawer.tsx")).ResourceDrawer;

/** Rooms, chairs and equipment. */
export function ResourcesPage() {
  const mayManage = useMay("catalog.write");
  const [opened, setOpened] = useState<string | null>(null);
  const [archived, setArchived] = useState(false);
  const query = trpc.resources.list.useQuery({ includeArchived: archived });
  const resources = query.data?.resources ?? [];
  return (
    <ArchivableList
      title="Resources"
      query={query}
      loading="Loading resources"
      empty={
        resources.length === 0
          ? {
              picture: "place",
              text: "Do visits need a room, a chair or a machine that there are only so many of? Add it here, then choose it in the services that need it.",
            }
          : null
      }
      add={mayManage ? { label: "Add resource", onClick: () => setOpened("new") } : null}
      archived={archived}
      onArchived={setArchived}
    >
      {resources.length > 0 ? <ResourcesTable resources={resources} onOpen={setOpened} /> : null}
      <DrawerOnDemand
        title="Resource"
        opened={opened !== null}
        onClose={() => setOpened(null)}
        load={loadResourceDrawer}
      >
        {(ResourceDrawer) => (
          <ResourceDrawer id={opened} resources={resources} onClose={() => setOpened(null)} />
        )}
      </DrawerOnDemand>
    </ArchivableList>
  );
}

type TableProps = { resources: Resource[]; onOpen: (id: string) => void };

function ResourcesTable({ resources, onOpen }: TableProps) {
  const { locations } = useBusiness();
  const services = useServices();
  const placeOf = ({ locationId }: Resource) =>
    locationId ? (locations.find(({ id }) => id === locationId)?.name ?? "Archived location") : "Anywhere";
  const namesOf = ({ serviceIds }: Resource) =>
    services
      .filter(({ id }) => serviceIds.includes(id))
      .map(({ name }) => name)
      .join(", ");
  return (
    <div className={table.wrap}>
      <table className={`${table.table} ${table.even}`}>
        <thead>
          <tr>
            <th scope="col">Resource</th>
            <th scope="col">How many</th>
            <th scope="col" className={table.wide}>
              Where
            </th>
            <th scope="col" className={table.wide}>
              Needed by
            </th>
          </tr>
        </thead>
        <tbody>
          {resources.map((resource) => (
            <tr key={resource.id} className={table.row}>
              <td>
                <button type="button" className={table.open} onClick={() => onOpen(resource.id)}>
                  <strong style={{ fontWeight: 550, overflowWrap: "anywhere" }}>{resource.name}</strong>
                  <div className={table.quiet}>
                    {resource.archived ? "Archived" : kindWords[resource.kind]}
                  </div>
                </button>
              </td>
              <td className={table.nowrap}>{resource.units}</td>
              <td className={`${table.wide} ${table.quiet}`}>{placeOf(resource)}</td>
              <td className={`${table.wide} ${table.quiet}`}>{namesOf(resource) || "No service yet"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
