"use client";

import { useState } from "react";
import { formatMoney } from "#kernel/money.ts";
import type { Service } from "#modules/catalog/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { ArchivableList } from "#ui/dashboard/parts/archivable-list.tsx";
import { DrawerOnDemand } from "#ui/dashboard/parts/drawer-on-demand.tsx";
import { durationWords } from "#ui/dashboard/parts/span-of-time.ts";
import table from "#ui/dashboard/parts/table.module.css";

const loadServiceDrawer = async () => (await import("./service-drawer.tsx")).ServiceDrawer;

export function ServicesPage() {
  const mayManage = useMay("catalog.write");
  const [opened, setOpened] = useState<string | null>(null);
  const [archived, setArchived] = useState(false);
  const query = trpc.services.list.useQuery({ publicOnly: false, includeArchived: archived });
  const groups = query.data?.categories.filter(({ services }) => services.length > 0) ?? [];
  const all = groups.flatMap(({ services }) => services);
  return (
    <ArchivableList
      title="Services"
      query={query}
      loading="Loading services"
      empty={
        all.length === 0
          ? { picture: "list", text: "What can people book with you? Add the first service." }
          : null
      }
      add={mayManage ? { label: "Add service", onClick: () => setOpened("new") } : null}
      archived={archived}
      onArchived={setArchived}
    >
      {groups.map(({ id, name, services }) => (
        <section key={id ?? "none"}>
          <h2 className={table.group}>{name ?? (groups.length > 1 ? "Other" : "All services")}</h2>
          <ServicesTable services={services} onOpen={setOpened} />
        </section>
      ))}
      <DrawerOnDemand
        title="Service"
        opened={opened !== null}
        onClose={() => setOpened(null)}
        load={loadServiceDrawer}
      >
        {(ServiceDrawer) => <ServiceDrawer id={opened} services={all} onClose={() => setOpened(null)} />}
      </DrawerOnDemand>
    </ArchivableList>
  );
}

type TableProps = { services: Service[]; onOpen: (id: string) => void };

function ServicesTable({ services, onOpen }: TableProps) {
  return (
    <div className={table.wrap}>
      <table className={`${table.table} ${table.even}`}>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Duration</th>
            <th scope="col" className={table.number}>
              Price
            </th>
            <th scope="col" className={table.wide}>
              Staff
            </th>
            <th scope="col" className={table.wide}>
              Booking page
            </th>
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <ServiceRow key={service.id} service={service} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ServiceRow({ service, onOpen }: { service: Service; onOpen: (id: string) => void }) {
  const { currency, locale } = useBusiness();
  const { id, name, kind, capacity, durationMin, priceMinor, priceKind, staffIds, online, archived } =
    service;
  const state = archived ? "Archived" : online ? "Shown" : "Hidden: by phone only";
  const per = priceKind === "per_hour" ? " an hour" : priceKind === "per_person" ? " a person" : "";
  const price = priceMinor === 0 ? "Free" : formatMoney(priceMinor, currency, locale) + per;
  return (
    <tr className={table.row}>
      <td>
        <button type="button" className={table.open} onClick={() => onOpen(id)}>
          <strong style={{ fontWeight: 550 }}>{name}</strong>
          {kind === "class" ? (
            <div className={table.quiet}>Class, {capacity === 1 ? "1 seat" : `${capacity} seats`}</div>
          ) : null}
          {state === "Shown" ? null : <div className={`${table.quiet} ${table.narrow}`}>{state}</div>}
        </button>
      </td>
      <td className={table.nowrap}>{durationWords(durationMin)}</td>
      <td className={`${table.number} ${table.nowrap}`}>{price}</td>
      <td className={`${table.wide} ${table.quiet}`}>
        {staffIds.length === 0
          ? "Nobody yet"
          : staffIds.length === 1
            ? "1 person"
            : `${staffIds.length} people`}
      </td>
      <td className={`${table.wide} ${table.quiet}`}>{state}</td>
    </tr>
  );
}
