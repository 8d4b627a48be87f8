"use client";

import { Tabs } from "@mantine/core";
import { useSearchParams } from "next/navigation";
import { useMayManage } from "#ui/dashboard/data/frame-context.tsx";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { AccountSettings } from "./account-settings.tsx";
import { BookingSettings } from "./booking-settings.tsx";
import { BusinessSettings } from "./business-settings.tsx";
import { HoursSettings } from "./hours-settings.tsx";
import classes from "./settings.module.css";

const sections = ["business", "hours", "booking", "account"] as const;

export function SettingsPage() {
  const mayManage = useMayManage();
  const asked = useSearchParams().get("section");
  const first = mayManage ? "business" : "account";
  const section = sections.find((name) => name === asked) ?? first;
  const choose = (next: string | null) => window.history.replaceState(null, "", `?section=${next ?? first}`);
  return (
    <Page title="Settings" wide={false}>
      <Tabs
        value={section}
        onChange={choose}
        keepMounted={false}
        classNames={{ panel: classes.panel, list: classes.list }}
      >
        <Tabs.List>
          {mayManage ? <Tabs.Tab value="business">Business</Tabs.Tab> : null}
          {mayManage ? <Tabs.Tab value="hours">Hours</Tabs.Tab> : null}
          {mayManage ? <Tabs.Tab value="booking">Booking page and rules</Tabs.Tab> : null}
          <Tabs.Tab value="account">Your account</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="business">
          <BusinessSettings />
        </Tabs.Panel>
        <Tabs.Panel value="hours">
          <HoursSettings />
        </Tabs.Panel>
        <Tabs.Panel value="booking">
          <BookingSettings />
        </Tabs.Panel>
        <Tabs.Panel value="account">
          <AccountSettings />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
