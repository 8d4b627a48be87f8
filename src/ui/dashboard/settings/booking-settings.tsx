"use client";

import { Button, CopyButton, NumberInput } from "@mantine/core";
import { useFrame } from "#ui/dashboard/data/frame-context.tsx";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { SpanInput } from "#ui/dashboard/parts/span-input.tsx";
import { SaveFoot } from "./save-foot.tsx";
import classes from "./settings.module.css";
import { useBusinessForm } from "./use-business-form.ts";

/** The booking page's address, and the rules that customers book by. */
export function BookingSettings() {
  const business = useBusiness();
  const { form, dirty, saving, save } = useBusinessForm({
    noticeMin: business.noticeMin,
    horizonDays: business.horizonDays,
    cancellationWindowMin: business.cancellationWindowMin,
  });
  return (
    <form onSubmit={save} noValidate>
      <FormSection
        level={2}
        title="Booking page"
        description="Share this address, or link it from your site."
      >
        <Address />
      </FormSection>
      <FormSection level={2} title="When customers can book">
        <SpanInput
          label="At least this long ahead"
          {...form.getInputProps("noticeMin")}
          onChange={(minutes) => form.setFieldValue("noticeMin", minutes ?? 0)}
        />
        <NumberInput
          label="At most this many days ahead"
          suffix=" days"
          min={1}
          max={730}
          {...form.getInputProps("horizonDays")}
        />
      </FormSection>
      <FormSection level={2} title="When customers can cancel or move">
        <SpanInput
          label="Until this long before the visit"
          {...form.getInputProps("cancellationWindowMin")}
          onChange={(minutes) => form.setFieldValue("cancellationWindowMin", minutes ?? 0)}
        />
      </FormSection>
      <SaveFoot dirty={dirty} saving={saving} />
    </form>
  );
}

function Address() {
  const { bookingUrl } = useFrame();
  return (
    <div className={classes.address}>
      <Icon name="link" />
      <code>{bookingUrl}</code>
      <CopyButton value={bookingUrl}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="xs"
            leftSection={<Icon name={copied ? "check" : "copy"} size={14} />}
            onClick={copy}
          >
            {copied ? "Copied" : "Copy"}
          </Button>
        )}
      </CopyButton>
      <Button
        component="a"
        href={bookingUrl}
        target="_blank"
        rel="noreferrer"
        variant="default"
        size="xs"
        leftSection={<Icon name="external" size={14} />}
      >
        Open
      </Button>
    </div>
  );
}
