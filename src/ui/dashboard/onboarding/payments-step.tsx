"use client";

import { Select } from "@mantine/core";
import { useState } from "react";
import { tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { currencyChoices } from "#ui/dashboard/parts/currency.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./onboarding.module.css";
import type { StepProps } from "./setup-wizard.tsx";
import { StepForm } from "./step-form.tsx";

/** How customers pay today, said plainly. */
export function PaymentsStep({ onDone, onBack }: StepProps) {
  const business = useBusiness();
  const utils = trpc.useUtils();
  const [currency, setCurrency] = useState(business.currency);
  const { mutate, isPending } = trpc.business.update.useMutation({
    onSuccess: (saved) => {
      utils.business.read.setData(undefined, saved);
      onDone();
    },
    onError: (error) => tellFailure(error, "Not saved"),
  });
  return (
    <StepForm
      title="How do customers pay?"
      saving={isPending}
      onBack={onBack}
      onSubmit={(event) => {
        event.preventDefault();
        if (currency === business.currency) onDone();
        else mutate({ currency });
      }}
    >
      <div className={classes.fact}>
        <Icon name="check" />
        <div>
          <strong>At the visit</strong>
          <p className={classes.quiet}>
            Prices are shown when people book, and you take the money as you do today. Payments online are not
            part of this version.
          </p>
        </div>
      </div>
      <Select
        label="Prices are in"
        searchable
        limit={80}
        data={currencyChoices(business.locale)}
        value={currency}
        onChange={(next) => setCurrency(next ?? currency)}
      />
    </StepForm>
  );
}
