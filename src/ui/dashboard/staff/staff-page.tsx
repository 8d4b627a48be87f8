"use client";

import { useState } from "react";
import type { StaffMember } from "#modules/staff/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { ArchivableList } from "#ui/dashboard/parts/archivable-list.tsx";
import { DrawerOnDemand } from "#ui/dashboard/parts/drawer-on-demand.tsx";
import { Person } from "#ui/dashboard/parts/person.tsx";
import table from "#ui/dashboard/parts/table.module.css";

const loadStaffDrawer = async () => (await import("./staff-drawer.tsx")).StaffDrawer;

export function StaffPage() {
  const mayManage = useMay("staff.write");
  const [opened, setOpened] = useState<string | null>(null);
  const [archived, setArchived] = useState(false);
  const query = trpc.staff.list.useQuery({ publicOnly: false, includeArchived: archived });
  const staff = query.data?.staff ?? [];
  return (
    <ArchivableList
      title="Staff"
      query={query}
      loading="Loading staff"
      empty={
        staff.length === 0
          ? { picture: "people", text: "Whose time can be booked? Add the first staff member." }
          : null
      }
      add={mayManage ? { label: "Add staff member", onClick: () => setOpened("new") } : null}
      archived={archived}
      onArchived={setArchived}
    >
      {staff.length > 0 ? <StaffTable staff={staff} onOpen={setOpened} /> : null}
      <DrawerOnDemand
        title="Staff member"
        opened={opened !== null}
        onClose={() => setOpened(null)}
        load={loadStaffDrawer}
      >
        {(StaffDrawer) => <StaffDrawer id={opened} staff={staff} onClose={() => setOpened(null)} />}
      </DrawerOnDemand>
    </ArchivableList>
  );
}

type TableProps = { staff: StaffMember[]; onOpen: (id: string) => void };

function StaffTable({ staff, onOpen }: TableProps) {
  const { locations } = useBusiness();
  const placesOf = ({ locationIds }: StaffMember) =>
    locations
      .filter(({ id }) => locationIds.includes(id))
      .map(({ name }) => name)
      .join(", ");
  return (
    <div className={table.wrap}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Services</th>
            <th scope="col" className={table.wide}>
              Location
            </th>
            <th scope="col" className={table.wide}>
              Contact
            </th>
          </tr>
        </thead>
        <tbody>
          {staff.map((person) => (
            <tr key={person.id} className={table.row}>
              <td>
                <button type="button" className={table.open} onClick={() => onOpen(person.id)}>
                  <Person
                    name={person.name}
                    detail={person.archived ? "Archived" : person.title}
                    photoUrl={person.photoUrl}
                    color={person.color}
                  />
                </button>
              </td>
              <td className={table.nowrap}>{person.serviceIds.length}</td>
              <td className={`${table.wide} ${table.quiet}`}>{placesOf(person)}</td>
              <td className={`${table.wide} ${table.quiet}`}>{person.email ?? person.phone ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
