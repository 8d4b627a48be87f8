"use client";

import { Tooltip } from "@mantine/core";
import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { type Destination, destinationOf } from "./destinations.ts";
import { Mark } from "./mark.tsx";
import classes from "./shell.module.css";

type RailProps = { destinations: readonly Destination[]; name: string };

/** The left rail: words and icons, icons alone when folded or on a tablet. */
export function Rail({ destinations, name }: RailProps) {
  const [chosen, setChosen] = useLocalStorage({ key: "slotkeeper-rail-folded", defaultValue: false });
  const narrow = useMediaQuery("(max-width: 74.99em)") ?? false;
  const folded = chosen || narrow;
  const current = destinationOf(usePathname(), destinations);
  return (
    <nav className={classes.rail} data-folded={folded} aria-label="Main">
      <Link href={destinations[0]?.href ?? "/"} className={classes.brand}>
        <Mark className={classes.mark} />
        <span className={classes.word}>{name}</span>
      </Link>
      {destinations.map((destination) => (
        <RailLink
          key={destination.href}
          destination={destination}
          folded={folded}
          current={destination === current}
        />
      ))}
      {narrow ? null : (
        <button
          type="button"
          className={`${classes.link} ${classes.foldLink}`}
          aria-expanded={!folded}
          onClick={() => setChosen(!chosen)}
        >
          <Icon name="fold" />
          <span className={classes.word}>{folded ? "Show words" : "Icons only"}</span>
        </button>
      )}
    </nav>
  );
}

type RailLinkProps = { destination: Destination; folded: boolean; current: boolean };

function RailLink({ destination, folded, current }: RailLinkProps) {
  return (
    <Tooltip label={destination.label} position="right" disabled={!folded}>
      <Link href={destination.href} className={classes.link} aria-current={current ? "page" : undefined}>
        <Icon name={destination.icon} />
        <span className={classes.word}>{destination.label}</span>
      </Link>
    </Tooltip>
  );
}
