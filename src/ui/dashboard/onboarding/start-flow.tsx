"use client";

import { useLocalStorage } from "@mantine/hooks";
import { useState } from "react";
import { stepCount } from "#modules/onboarding/rules/steps.ts";
import type { Trade } from "#modules/onboarding/rules/templates.ts";
import { BusinessForm } from "./business-form.tsx";
import { TradeChoice } from "./trade-choice.tsx";
import { WizardFrame } from "./wizard-frame.tsx";

export type StartFlowProps = {
  /** An address of a booking page around the part that is chosen. */
  address: { before: string; after: string };
  /** Whether one has a business already, to go back to. */
  another: boolean;
};

/** What was typed, kept in the browser until the business is there. */
export type Draft = { trade: Trade | null; name: string; slug: string };

const emptyDraft: Draft = { trade: null, name: "", slug: "" };

/** The two questions that make a business: what it does, and what it is called. */
export function StartFlow({ address, another }: StartFlowProps) {
  const [draft, setDraft, forget] = useLocalStorage<Draft>({
    key: "slotkeeper-new-business",
    defaultValue: emptyDraft,
  });
  const [choosing, setChoosing] = useState(false);
  const { trade } = draft;
  const leave = another
    ? { href: "/dashboard", label: "Back to the dashboard" }
    : { href: "/sign-out", label: "Sign out" };
  return (
    <WizardFrame number={trade && !choosing ? 2 : 1} count={stepCount} leave={leave}>
      {trade && !choosing ? (
        <BusinessForm
          key={trade}
          trade={trade}
          draft={draft}
          onDraft={(typed) => setDraft((before) => ({ ...before, ...typed }))}
          address={address}
          onBack={() => setChoosing(true)}
          onStarted={forget}
        />
      ) : (
        <TradeChoice
          chosen={trade}
          onChoose={(next) => {
            setDraft((before) => ({ ...before, trade: next }));
            setChoosing(false);
          }}
        />
      )}
    </WizardFrame>
  );
}
