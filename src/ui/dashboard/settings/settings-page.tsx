"use client";

import { Tabs } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { type ComponentType, useEffect, useRef } from "react";
import type { Right } from "#modules/accounts/rules/rights.ts";
import { useFrame } from "#ui/dashboard/data/frame-context.tsx";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { LoadingRows } from "#ui/dashboard/parts/states.tsx";
import classes from "./settings.module.css";

/** Each part comes when it is shown: together they would be half of what the page brings. */
const loading = () => <LoadingRows label="Loading the settings" />;
const BusinessSettings = dynamic(async () => (await import("./business-settings.tsx")).BusinessSettings, {
  loading,
});
const HoursSettings = dynamic(async () => (await import("./hours-settings.tsx")).HoursSettings, { loading });
const BookingSettings = dynamic(async () => (await import("./booking-settings.tsx")).BookingSettings, {
  loading,
});
const AddressSettings = dynamic(
  async () => (await import("#ui/dashboard/domains/address-settings.tsx")).AddressSettings,
  { loading },
);
const LookSettings = dynamic(
  async () => (await import("#ui/dashboard/look/look-settings.tsx")).LookSettings,
  { loading },
);
const QuestionsSettings = dynamic(
  async () => (await import("#ui/dashboard/questions/questions-settings.tsx")).QuestionsSettings,
  { loading },
);
const TeamSettings = dynamic(
  async () => (await import("#ui/dashboard/team/team-settings.tsx")).TeamSettings,
  { loading },
);
const PlanSettings = dynamic(
  async () => (await import("#ui/dashboard/billing/plan-settings.tsx")).PlanSettings,
  { loading },
);
const HistorySettings = dynamic(
  async () => (await import("#ui/dashboard/history/history-settings.tsx")).HistorySettings,
  { loading },
);
const AccountSettings = dynamic(async () => (await import("./account-settings.tsx")).AccountSettings, {
  loading,
});

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
