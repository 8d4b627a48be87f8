"use client";

import type { ReactNode } from "react";
import { failureOf } from "#ui/dashboard/data/trpc.ts";
import { BottomTabs } from "#ui/dashboard/frame/bottom-tabs.tsx";
import { BrowserRoot } from "#ui/dashboard/frame/browser-root.tsx";
import { Rail } from "#ui/dashboard/frame/rail.tsx";
import shell from "#ui/dashboard/frame/shell.module.css";
import { UserMenu } from "#ui/dashboard/frame/user-menu.tsx";
import { platformDestinations } from "./platform-destinations.ts";
import { platformLocale } from "./use-clock.ts";

type Props = {
  admin: { name: string; email: string; isMember: boolean };
  nonce: string | undefined;
  children: ReactNode;
};

const account = { href: "/platform/account", label: "Your account", icon: "user" } as const;
const dashboard = { href: "/dashboard", label: "Your dashboard", icon: "calendar" } as const;

/** Everything the pages of the platform admin stand in: the dashboard's frame without a business (A8). */
export function PlatformRoot({ admin, nonce, children }: Props) {
  const { name, email, isMember } = admin;
  return (
    <BrowserRoot nonce={nonce} locale={platformLocale} onFailure={leaveWhenNoAdmin}>
      <div className={shell.screen}>
        <div className={shell.frame}>
          <a className={shell.skip} href="#content">
            Skip to the content
          </a>
          <Rail destinations={platformDestinations} name="Platform" />
          <header className={shell.top}>
            <strong>Slotkeeper platform</strong>
            <span className={shell.spacer} />
            <UserMenu name={name} email={email} links={isMember ? [account, dashboard] : [account]} />
          </header>
          <main id="content" className={shell.main} tabIndex={-1}>
            {children}
          </main>
          <BottomTabs destinations={platformDestinations} />
        </div>
      </div>
    </BrowserRoot>
  );
}

/** Whoever is no admin any more, or signed out meanwhile, gets what everybody gets here. */
function leaveWhenNoAdmin(error: unknown): void {
  const { reason, missing } = failureOf(error);
  if (missing && reason === null) window.location.reload();
}
