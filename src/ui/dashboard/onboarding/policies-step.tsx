"use client";

import { Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { FieldRow, FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { SpanInput } from "#ui/dashboard/parts/span-input.tsx";
import { QuestionsEditor } from "#ui/dashboard/questions/questions-editor.tsx";
import type { StepProps } from "./setup-wizard.tsx";
import { StepForm } from "./step-form.tsx";

/** What customers should know: until when they can cancel, house rules, how to reach the business, questions. */
export function PoliciesStep({ onDone, onBack }: StepProps) {
  const business = useBusiness();
  const utils = trpc.useUtils();
  const form = useForm({
    initialValues: {
      cancellationWindowMin: business.cancellationWindowMin,
      policyText: business.policyText ?? "",
      email: business.email ?? "",
      phone: business.phone ?? "",
    },
  });
  const { mutate, isPending } = trpc.business.update.useMutation({
    onSuccess: (saved) => {
      utils.business.read.setData(undefined, saved);
      form.resetDirty();
      onDone();
    },
    onError: (error) => showFailure(error, form.setErrors),
  });
  return (
    <StepForm
      title="What should customers know?"
      lead="All of this is on your booking page."
      saving={isPending}
      onBack={onBack}
      onSubmit={form.onSubmit((values) => (form.isDirty() ? mutate(values) : onDone()))}
      after={
        <FormSection level={2} title="Questions customers ask">
          <QuestionsEditor />
        </FormSection>
      }
    >
      <SpanInput
        label="Customers can cancel or move until this long before"
        {...form.getInputProps("cancellationWindowMin")}
        onChange={(minutes) => form.setFieldValue("cancellationWindowMin", minutes ?? 0)}
      />
      <Textarea label="House rules" autosize minRows={2} {...form.getInputProps("policyText")} />
      <FieldRow>
        <TextInput label="E-mail for customers" type="email" {...form.getInputProps("email")} />
        <TextInput label="Phone for customers" type="tel" {...form.getInputProps("phone")} />
      </FieldRow>
    </StepForm>
  );
}
