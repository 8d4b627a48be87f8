"use client";

import { Tabs } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useSearchParams } from "next/navigation";
import { type ComponentType, useEffect, useRef } from "react";
import type { Right } from "#modules/accounts/rules/rights.ts";
import { PlanSettings } from "#ui/dashboard/billing/plan-settings.tsx";
import { useFrame } from "#ui/dashboard/data/frame-context.tsx";
import { AddressSettings } from "#ui/dashboard/domains/address-settings.tsx";
import { HistorySettings } from "#ui/dashboard/history/history-settings.tsx";
import { LookSettings } from "#ui/dashboard/look/look-settings.tsx";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { QuestionsSettings } from "#ui/dashboard/questions/questions-settings.tsx";
import { TeamSettings } from "#ui/dashboard/team/team-settings.tsx";
import { AccountSettings } from "./account-settings.tsx";
import { BookingSettings } from "./booking-settings.tsx";
import { BusinessSettings } from "./business-settings.tsx";
import { HoursSettings } from "./hours-settings.tsx";
import classes from "./settings.module.css";

type Section = {
  /** Its name in the address: `?section=…`. */
  name: string;
  label: string;
  /** Shown to those who have this right; to everybody when absent. */
  right?: Right;
  Panel: ComponentType;
};

/** The parts of the settings, in their order. */
const sections: readonly Section[] = [
  { name: "business", label: "Business", right: "business.write", Panel: BusinessSettings },
  { name: "hours", label: "Hours", right: "schedule.write", Panel: HoursSettings },
  { name: "booking", label: "Booking page and rules", right: "business.write", Panel: BookingSettings },
  { name: "addresses", label: "Addresses", right: "domains.write", Panel: AddressSettings },
  { name: "look", label: "Look", right: "business.write", Panel: LookSettings },
  { name: "questions", label: "Questions and policies", right: "business.write", Panel: QuestionsSettings },
  { name: "team", label: "Team", right: "team.read", Panel: TeamSettings },
  { name: "plan", label: "Plan", right: "billing.read", Panel: PlanSettings },
  { name: "history", label: "History", right: "audit.read", Panel: HistorySettings },
  { name: "account", label: "Your account", Panel: AccountSettings },
];

export function SettingsPage() {
  const { rights } = useFrame().member;
  const shown = sections.filter(({ right }) => right === undefined || rights.includes(right));
  const asked = useSearchParams().get("section");
  const first = shown[0]?.name ?? "account";
  const section = shown.find(({ name }) => name === asked)?.name ?? first;
  const choose = (next: string | null) => window.history.replaceState(null, "", `?section=${next ?? first}`);
  const list = useShownTab(section);
  // The style sheet lays the tabs out by the same width; this says so to keyboards and screen readers.
  const roomy = useMediaQuery("(min-width: 75em)") ?? false;
  return (
    <Page title="Settings">
      <Tabs
        value={section}
        onChange={choose}
        orientation={roomy ? "vertical" : "horizontal"}
        keepMounted={false}
        classNames={{ root: classes.tabs, panel: classes.panel, list: classes.list }}
      >
        <Tabs.List ref={list}>
          {shown.map(({ name, label }) => (
            <Tabs.Tab key={name} value={name}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map(({ name, Panel }) => (
          <Tabs.Panel key={name} value={name}>
            <Panel />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}

/** Where the tabs are wider than the screen, the chosen one is scrolled into sight. */
function useShownTab(section: string) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tab = list.current?.querySelector(`[role="tab"][id$="-tab-${section}"]`);
    tab?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [section]);
  return list;
}
