"use client";

import { useHotkeys } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { BillingBanner } from "#ui/dashboard/billing/billing-banner.tsx";
import { SuspendedBanner } from "#ui/dashboard/billing/suspended-banner.tsx";
import { useFrame } from "#ui/dashboard/data/frame-context.tsx";
import { FinishBanner } from "#ui/dashboard/onboarding/finish-banner.tsx";
import { ActingBanner } from "./acting-banner.tsx";
import { BottomTabs } from "./bottom-tabs.tsx";
import { destinationsFor } from "./destinations.ts";
import { DrawersHost } from "./drawers-host.tsx";
import { Rail } from "./rail.tsx";
import { SearchDialog } from "./search-dialog.tsx";
import classes from "./shell.module.css";
import { TopBar } from "./top-bar.tsx";

/** What stays around every page: the rail (tabs on a phone), the bar, and the drawers that any page can open. */
export function Shell({ children }: { children: ReactNode }) {
  const [searching, setSearching] = useState(false);
  const destinations = destinationsFor(useFrame().member.rights);
  useHotkeys([["mod+K", () => setSearching(true)]], []);
  return (
    <DrawersHost>
      <div className={classes.screen}>
        <ActingBanner />
        <div className={classes.frame}>
          <a className={classes.skip} href="#content">
            Skip to the content
          </a>
          <Rail destinations={destinations} name="Slotkeeper" />
          <TopBar onSearch={() => setSearching(true)} />
          <main id="content" className={classes.main} tabIndex={-1}>
            <SuspendedBanner />
            <BillingBanner />
            <FinishBanner />
            {children}
          </main>
          <BottomTabs destinations={destinations} />
        </div>
      </div>
      <SearchDialog opened={searching} onClose={() => setSearching(false)} />
    </DrawersHost>
  );
}
