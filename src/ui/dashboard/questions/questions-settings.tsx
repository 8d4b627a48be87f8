"use client";

import { Textarea } from "@mantine/core";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { SaveFoot } from "#ui/dashboard/settings/save-foot.tsx";
import classes from "#ui/dashboard/settings/settings.module.css";
import { useBusinessForm } from "#ui/dashboard/settings/use-business-form.ts";
import { QuestionsEditor } from "./questions-editor.tsx";

/** What customers ask and read before they book: questions with answers, house rules, privacy and terms. */
export function QuestionsSettings() {
  return (
    <>
      <FormSection
        level={2}
        title="Questions customers ask"
        description="Shown with your answers on your booking page."
      >
        <QuestionsEditor />
      </FormSection>
      <div className={`${classes.after} ${classes.apart}`}>
        <PolicyForm />
      </div>
    </>
  );
}

function PolicyForm() {
  const business = useBusiness();
  const { form, dirty, saving, save } = useBusinessForm({
    policyText: business.policyText ?? "",
    privacyText: business.privacyText ?? "",
    termsText: business.termsText ?? "",
  });
  return (
    <form onSubmit={save} noValidate>
      <FormSection level={2} title="Your policies">
        <Textarea
          label="House rules"
          description="Shown before booking, beside until when a visit can be cancelled."
          autosize
          minRows={3}
          {...form.getInputProps("policyText")}
        />
        <Textarea
          label="Privacy"
          description="Your own words. Empty: a text of ours with the facts of your business filled in."
          autosize
          minRows={3}
          maxRows={20}
          {...form.getInputProps("privacyText")}
        />
        <Textarea
          label="Terms"
          description="Your own words. Empty: a text of ours with the facts of your business filled in."
          autosize
          minRows={3}
          maxRows={20}
          {...form.getInputProps("termsText")}
        />
      </FormSection>
      <SaveFoot dirty={dirty} saving={saving} />
    </form>
  );
}
