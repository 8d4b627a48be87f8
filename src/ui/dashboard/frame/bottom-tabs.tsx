"use client";

import { Menu } from "@mantine/core";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { type Destination, destinationOf, tabCount } from "./destinations.ts";
import classes from "./shell.module.css";

/** The phone's way around: the first destinations, what is rarer behind "More". */
export function BottomTabs({ destinations }: { destinations: readonly Destination[] }) {
  const current = destinationOf(usePathname(), destinations);
  const behind = destinations.slice(tabCount);
  const moreIsCurrent = current !== undefined && behind.includes(current);
  return (
    <nav className={classes.tabs} aria-label="Main">
      {destinations.slice(0, tabCount).map((destination) => (
        <Link
          key={destination.href}
          href={destination.href}
          className={classes.tab}
          aria-current={destination === current ? "page" : undefined}
        >
          <Icon name={destination.icon} size={22} />
          {destination.label}
        </Link>
      ))}
      <Menu position="top-end" withinPortal={false} width={220}>
        <Menu.Target>
          <button type="button" className={classes.tab} aria-current={moreIsCurrent ? "page" : undefined}>
            <Icon name="more" size={22} />
            {moreIsCurrent ? current.label : "More"}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {behind.map((destination) => (
            <Menu.Item
              key={destination.href}
              component={Link}
              href={destination.href}
              leftSection={<Icon name={destination.icon} />}
            >
              {destination.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
