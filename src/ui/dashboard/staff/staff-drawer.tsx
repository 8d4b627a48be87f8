"use client";

import { Tabs } from "@mantine/core";
import { useCallback, useState } from "react";
import type { StaffMember } from "#modules/staff/schema.ts";
import classes from "#ui/dashboard/parts/drawer-tabs.module.css";
import { DrawerFrame } from "#ui/dashboard/parts/edit-drawer.tsx";
import { ScopedDaysPanel, ScopedHoursPanel } from "#ui/dashboard/schedule/scoped-panels.tsx";
import { ProfileForm } from "./profile-form.tsx";

type Props = {
  id: string | null;
  /** The tab it opens on: the profile when absent. */
  part?: string | undefined;
  staff: StaffMember[];
  onClose: () => void;
};

/** A staff member: who they are, when they work, when they do not; `new` is one who is not there yet. */
export function StaffDrawer({ id, part, staff, onClose }: Props) {
  const [shown, setShown] = useState(id);
  if (id !== null && id !== shown) setShown(id);
  const person = staff.find((one) => one.id === shown) ?? null;
  if (!shown) return null;
  return <StaffTabs key={shown} part={part} person={person} opened={id !== null} onClose={onClose} />;
}

type TabsProps = {
  part: string | undefined;
  person: StaffMember | null;
  opened: boolean;
  onClose: () => void;
};

function StaffTabs({ part, person, opened, onClose }: TabsProps) {
  const [dirty, setDirty] = useState({ profile: false, hours: false });
  const onProfile = useCallback((profile: boolean) => setDirty((now) => ({ ...now, profile })), []);
  const onHours = useCallback((hours: boolean) => setDirty((now) => ({ ...now, hours })), []);
  return (
    <DrawerFrame
      opened={opened}
      onClose={onClose}
      dirty={dirty.profile || dirty.hours}
      title={person?.name ?? "New staff member"}
      subtitle={person?.title}
      size={600}
    >
      {person ? (
        <Tabs defaultValue={part ?? "profile"} keepMounted classNames={classes}>
          <Tabs.List>
            <Tabs.Tab value="profile">Profile</Tabs.Tab>
            <Tabs.Tab value="hours">Working hours</Tabs.Tab>
            <Tabs.Tab value="days">Time off and dates</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="profile">
            <ProfileForm person={person} onClose={onClose} onDirty={onProfile} />
          </Tabs.Panel>
          <Tabs.Panel value="hours">
            <ScopedHoursPanel
              owner={{ staffId: person.id }}
              locationIds={person.locationIds}
              onClose={onClose}
              onDirty={onHours}
            />
          </Tabs.Panel>
          <Tabs.Panel value="days">
            <ScopedDaysPanel owner={{ staffId: person.id }} locationIds={person.locationIds} />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <ProfileForm person={null} onClose={onClose} onDirty={onProfile} />
      )}
    </DrawerFrame>
  );
}
