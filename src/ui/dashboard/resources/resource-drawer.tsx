"use client";

import { Tabs } from "@mantine/core";
import { useCallback, useState } from "react";
import type { Resource } from "#modules/catalog/schema.ts";
import classes from "#ui/dashboard/parts/drawer-tabs.module.css";
import { DrawerFrame } from "#ui/dashboard/parts/edit-drawer.tsx";
import { DaysPanel } from "#ui/dashboard/schedule/days-panel.tsx";
import { HoursPanel } from "#ui/dashboard/schedule/hours-panel.tsx";
import { ResourceForm } from "./resource-form.tsx";
import { kindWords } from "./resource-values.ts";

type Props = {
  id: string | null;
  /** The tab it opens on: details when absent. */
  part?: string | undefined;
  resources: Resource[];
  onClose: () => void;
};

/** A resource: what and where it is, when it can be used, when it cannot; `new` is one that is not there yet. */
export function ResourceDrawer({ id, part, resources, onClose }: Props) {
  const [shown, setShown] = useState(id);
  if (id !== null && id !== shown) setShown(id);
  const resource = resources.find((one) => one.id === shown) ?? null;
  if (!shown) return null;
  return <ResourceTabs key={shown} part={part} resource={resource} opened={id !== null} onClose={onClose} />;
}

type TabsProps = {
  part: string | undefined;
  resource: Resource | null;
  opened: boolean;
  onClose: () => void;
};

function ResourceTabs({ part, resource, opened, onClose }: TabsProps) {
  const [dirty, setDirty] = useState({ details: false, hours: false });
  const onDetails = useCallback((details: boolean) => setDirty((now) => ({ ...now, details })), []);
  const onHours = useCallback((hours: boolean) => setDirty((now) => ({ ...now, hours })), []);
  return (
    <DrawerFrame
      opened={opened}
      onClose={onClose}
      dirty={dirty.details || dirty.hours}
      title={resource?.name ?? "New resource"}
      subtitle={resource ? kindWords[resource.kind] : null}
      size={600}
    >
      {resource ? (
        <Tabs defaultValue={part ?? "details"} keepMounted classNames={classes}>
          <Tabs.List>
            <Tabs.Tab value="details">Details</Tabs.Tab>
            <Tabs.Tab value="hours">Hours</Tabs.Tab>
            <Tabs.Tab value="days">Not available</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="details">
            <ResourceForm resource={resource} onClose={onClose} onDirty={onDetails} />
          </Tabs.Panel>
          <Tabs.Panel value="hours">
            <HoursPanel owner={{ resourceId: resource.id }} onClose={onClose} onDirty={onHours} />
          </Tabs.Panel>
          <Tabs.Panel value="days">
            <DaysPanel owner={{ resourceId: resource.id }} />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <ResourceForm resource={null} onClose={onClose} onDirty={onDetails} />
      )}
    </DrawerFrame>
  );
}
