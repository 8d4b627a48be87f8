"use client";

import { Button, Menu } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { formatDay } from "#kernel/time/format-time.ts";
import { useFrame, useMay } from "#ui/dashboard/data/frame-context.tsx";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { useDrawers } from "./drawers.ts";
import { presentMinute, subscribeToMinutes } from "./present.ts";
import classes from "./shell.module.css";
import { UserMenu } from "./user-menu.tsx";

const account = { href: "/dashboard/settings?section=account", label: "Your account", icon: "user" as const };

export function TopBar({ onSearch }: { onSearch: () => void }) {
  const { openBooking } = useDrawers();
  const { testMode, member, platform } = useFrame();
  const mayBook = useMay("appointments.write");
  const links = platform.isAdmin
    ? [account, { href: "/platform", label: "Platform", icon: "settings" as const }]
    : [account];
  return (
    <header className={classes.top}>
      <BusinessMenu />
      <TodayWords />
      {testMode ? (
        <a
          className={classes.testMode}
          href="/outbox"
          title="Mail goes to the outbox on this machine, not to people"
        >
          Test mode
        </a>
      ) : null}
      <span className={classes.spacer} />
      <button type="button" className={classes.searchButton} onClick={onSearch} aria-label="Search">
        <Icon name="search" size={16} />
        <span className={classes.wordOnly}>Search</span>
        <kbd className={classes.wordOnly}>⌘K</kbd>
      </button>
      {mayBook ? <NewAppointment onOpen={() => openBooking({})} /> : null}
      <UserMenu name={member.name} email={member.email} links={links} />
    </header>
  );
}

function NewAppointment({ onOpen }: { onOpen: () => void }) {
  return (
    <>
      <Button flex="none" visibleFrom="sm" leftSection={<Icon name="plus" size={16} />} onClick={onOpen}>
        New appointment
      </Button>
      <Button flex="none" hiddenFrom="sm" px={10} aria-label="New appointment" onClick={onOpen}>
        <Icon name="plus" size={18} />
      </Button>
    </>
  );
}

/** The date where the business is, kept current while the page stays open. */
function TodayWords() {
  const business = useBusiness();
  const minute = useSyncExternalStore(subscribeToMinutes, presentMinute, () => null);
  if (minute === null) return <span className={classes.today} />;
  return <span className={classes.today}>{formatDay(minute, business.timeZone, business.locale)}</span>;
}

function BusinessMenu() {
  const business = useBusiness();
  const { member, businesses, bookingUrl } = useFrame();
  const others = businesses.filter(({ slug }) => slug !== business.slug);
  return (
    <Menu position="bottom-start" withinPortal={false} width={260}>
      <Menu.Target>
        <button type="button" className={classes.business}>
          <span className={classes.businessName}>{business.name}</span>
          <Icon name="down" size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component="a"
          href={bookingUrl}
          target="_blank"
          rel="noreferrer"
          leftSection={<Icon name="external" size={16} />}
        >
          Open the booking page
        </Menu.Item>
        {member.fromSite ? null : (
          <Menu.Item component="a" href="/onboarding?new=1" leftSection={<Icon name="plus" size={16} />}>
            Add a business
          </Menu.Item>
        )}
        {others.length > 0 ? <Menu.Divider /> : null}
        {others.length > 0 ? <Menu.Label>Switch business</Menu.Label> : null}
        {others.map(({ tenantId, name }) => (
          <form key={tenantId} method="post" action="/sign-in/business">
            <input type="hidden" name="tenantId" value={tenantId} />
            <Menu.Item type="submit" leftSection={<Icon name="shop" size={16} />}>
              {name}
            </Menu.Item>
          </form>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
