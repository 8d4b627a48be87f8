"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import type { AddressesView } from "#modules/domains/schema.ts";
import type { TenantMode } from "#modules/tenants/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { StatePill } from "#ui/dashboard/parts/state-pill.tsx";
import { modeWords } from "./address-words.ts";
import classes from "./domains.module.css";
import { ModeDrawer } from "./mode-drawer.tsx";

const order: readonly TenantMode[] = ["standalone", "integrated", "hybrid"];

/** Whether customers book at an address of the business's own, on its site, or at both. */
export function ModeSettings({ addresses }: { addresses: AddressesView }) {
  const isOwner = useMay("business.own");
  const [wanted, setWanted] = useState<TenantMode | null>(null);
  const description = isOwner
    ? "You can change it at any time, in every direction. Nothing is lost: every address keeps working."
    : "Only the owner changes this.";
  return (
    <FormSection level={2} title="Where customers book" description={description}>
      <ul className={classes.modes}>
        {order.map((mode) => (
          <Mode
            key={mode}
            mode={mode}
            chosen={addresses.mode === mode}
            onChoose={isOwner ? () => setWanted(mode) : undefined}
          />
        ))}
      </ul>
      <ModeDrawer mode={wanted} onClose={() => setWanted(null)} />
    </FormSection>
  );
}

function Mode({ mode, chosen, onChoose }: { mode: TenantMode; chosen: boolean; onChoose?: () => void }) {
  const { title, text } = modeWords[mode];
  return (
    <li className={classes.mode} data-chosen={chosen || undefined}>
      <div className={classes.what}>
        <h3 className={classes.name}>{title}</h3>
        <p className={classes.small}>{text}</p>
      </div>
      {chosen ? (
        <StatePill tone="good" icon="check">
          As it is now
        </StatePill>
      ) : onChoose ? (
        <Button variant="default" size="xs" aria-label={`Switch to “${title}”`} onClick={onChoose}>
          Switch
        </Button>
      ) : null}
    </li>
  );
}
