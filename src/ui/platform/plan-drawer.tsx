"use client";

import { Button, Checkbox, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { featureNames, features } from "#modules/plans/rules/features.ts";
import type { PlanInUse } from "#modules/platform/schema.ts";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { currencyChoices } from "#ui/dashboard/parts/currency.ts";
import { EditDrawer, SaveBar } from "#ui/dashboard/parts/edit-drawer.tsx";
import { FieldRow, FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { MoneyInput } from "#ui/dashboard/parts/money-input.tsx";
import { useRefresh } from "./business-actions.tsx";
import { type PlanValues, planValues } from "./plan-values.ts";
import classes from "./platform.module.css";
import { platformLocale } from "./use-clock.ts";

type Props = { opened: boolean; plan: PlanInUse | null; onClose: () => void };
type Form = UseFormReturnType<PlanValues>;

/** What a plan includes and costs; null is a new one. */
export function PlanDrawer({ opened, plan, onClose }: Props) {
  const form = useForm<PlanValues>({ initialValues: planValues(plan) });
  const save = trpc.platform.savePlan.useMutation({
    ...useRefresh(),
    onSuccess: () => {
      tell(plan ? "Plan saved: it counts at once" : "Plan added");
      form.resetDirty();
      onClose();
    },
    onError: (error) => showFailure(error, form.setErrors),
  });
  const dirty = form.isDirty();
  return (
    <EditDrawer
      opened={opened}
      onClose={onClose}
      dirty={dirty}
      size={560}
      title={plan?.name ?? "New plan"}
      subtitle={plan ? `${plan.id} · ${plan.businesses} businesses have it` : undefined}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
      footer={<SaveBar dirty={dirty} saving={save.isPending} onCancel={onClose} isNew={!plan} />}
    >
      <Description form={form} isNew={!plan} />
      <Price form={form} />
      <Limits form={form} />
      <Features form={form} />
      {plan ? <Offer plan={plan} /> : null}
    </EditDrawer>
  );
}

function Description({ form, isNew }: { form: Form; isNew: boolean }) {
  return (
    <FormSection title="Plan">
      {isNew ? (
        <FieldRow>
          <TextInput
            label="Short name"
            description="For addresses and keys; it never changes."
            placeholder="standalone-team"
            {...form.getInputProps("id")}
          />
          <Select
            label="Who bills"
            description="It never changes either."
            data={[
              { value: "standalone", label: "This platform" },
              { value: "integrated", label: "The website builder" },
            ]}
            {...form.getInputProps("track")}
          />
        </FieldRow>
      ) : null}
      <FieldRow>
        <TextInput label="Name" {...form.getInputProps("name")} />
        <NumberInput
          label="Place among the plans"
          min={0}
          allowDecimal={false}
          {...form.getInputProps("position")}
        />
      </FieldRow>
      <Textarea label="Description" autosize minRows={1} {...form.getInputProps("description")} />
    </FormSection>
  );
}

function Price({ form }: { form: Form }) {
  return (
    <FormSection title="Price">
      <FieldRow>
        <MoneyInput
          label="A month"
          currency={form.values.currency}
          locale={platformLocale}
          {...form.getInputProps("priceMinor")}
        />
        <Select
          label="Currency"
          searchable
          limit={80}
          data={currencyChoices(platformLocale)}
          {...form.getInputProps("currency")}
        />
        <NumberInput
          label="Days to try"
          min={0}
          max={365}
          allowDecimal={false}
          {...form.getInputProps("trialDays")}
        />
      </FieldRow>
      <TextInput
        label="Price at Stripe"
        description="Without one, nobody can buy it through Stripe."
        placeholder="price_…"
        {...form.getInputProps("stripePriceId")}
      />
    </FormSection>
  );
}

function Limits({ form }: { form: Form }) {
  return (
    <FormSection
      title="Limits"
      description="Empty: any number. What a business has already above a limit stays."
    >
      <FieldRow>
        <Most form={form} label="Locations" field="limits.locations" />
        <Most form={form} label="Staff" field="limits.staff" />
        <Most form={form} label="Services" field="limits.services" />
      </FieldRow>
      <FieldRow>
        <Most form={form} label="Bookings a month" field="limits.bookingsPerMonth" />
        <NumberInput
          label="SMS a month"
          min={0}
          allowDecimal={false}
          {...form.getInputProps("smsPerMonth")}
        />
      </FieldRow>
    </FormSection>
  );
}

function Most({ form, label, field }: { form: Form; label: string; field: string }) {
  const { value, onChange, error } = form.getInputProps(field);
  return (
    <NumberInput
      label={label}
      placeholder="No limit"
      min={0}
      allowDecimal={false}
      value={value ?? ""}
      error={error}
      onChange={(next) => onChange(next === "" ? null : Number(next))}
    />
  );
}

function Features({ form }: { form: Form }) {
  return (
    <FormSection title="Includes">
      <Checkbox.Group {...form.getInputProps("features")}>
        <div className={classes.features}>
          {featureNames.map((name) => (
            <Checkbox key={name} value={name} label={features[name]} />
          ))}
        </div>
      </Checkbox.Group>
    </FormSection>
  );
}

function Offer({ plan }: { plan: PlanInUse }) {
  const retire = trpc.platform.retirePlan.useMutation({
    ...useRefresh(),
    onSuccess: ({ retired }) => tell(retired ? "No longer offered" : "Offered again"),
  });
  return (
    <FormSection
      title={plan.retired ? "Retired" : "Offered"}
      description="A retired plan cannot be chosen any more; businesses that have it keep it."
    >
      <div>
        <Button
          variant="default"
          loading={retire.isPending}
          onClick={() => retire.mutate({ id: plan.id, retired: !plan.retired })}
        >
          {plan.retired ? "Offer it again" : "Retire it"}
        </Button>
      </div>
    </FormSection>
  );
}
