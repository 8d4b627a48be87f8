"use client";

import { Tabs } from "@mantine/core";
import { useCallback, useState } from "react";
import type { Location } from "#modules/tenants/schema.ts";
import classes from "#ui/dashboard/parts/drawer-tabs.module.css";
import { DrawerFrame } from "#ui/dashboard/parts/edit-drawer.tsx";
import { DaysPanel } from "#ui/dashboard/schedule/days-panel.tsx";
import { HoursPanel } from "#ui/dashboard/schedule/hours-panel.tsx";
import { AddressForm } from "./address-form.tsx";

type Props = {
  id: string | null;
  /** The tab it opens on: address when absent. */
  part?: string | undefined;
  locations: Location[];
  onClose: () => void;
};

/** A location: where it is, when it is open, when it is not; `new` is one that is not there yet. */
export function LocationDrawer({ id, part, locations, onClose }: Props) {
  const [shown, setShown] = useState(id);
  if (id !== null && id !== shown) setShown(id);
  const place = locations.find((one) => one.id === shown) ?? null;
  if (!shown) return null;
  return <LocationTabs key={shown} part={part} place={place} opened={id !== null} onClose={onClose} />;
}

type TabsProps = {
  part: string | undefined;
  place: Location | null;
  opened: boolean;
  onClose: () => void;
};

function LocationTabs({ part, place, opened, onClose }: TabsProps) {
  const [dirty, setDirty] = useState({ address: false, hours: false });
  const onAddress = useCallback((address: boolean) => setDirty((now) => ({ ...now, address })), []);
  const onHours = useCallback((hours: boolean) => setDirty((now) => ({ ...now, hours })), []);
  return (
    <DrawerFrame
      opened={opened}
      onClose={onClose}
      dirty={dirty.address || dirty.hours}
      title={place?.name ?? "New location"}
      size={600}
    >
      {place ? (
        <Tabs defaultValue={part ?? "address"} keepMounted classNames={classes}>
          <Tabs.List>
            <Tabs.Tab value="address">Address</Tabs.Tab>
            <Tabs.Tab value="hours">Opening hours</Tabs.Tab>
            <Tabs.Tab value="days">Closures and dates</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="address">
            <AddressForm place={place} onClose={onClose} onDirty={onAddress} />
          </Tabs.Panel>
          <Tabs.Panel value="hours">
            <HoursPanel owner={{ locationId: place.id }} onClose={onClose} onDirty={onHours} />
          </Tabs.Panel>
          <Tabs.Panel value="days">
            <DaysPanel owner={{ locationId: place.id }} />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <AddressForm place={null} onClose={onClose} onDirty={onAddress} />
      )}
    </DrawerFrame>
  );
}
