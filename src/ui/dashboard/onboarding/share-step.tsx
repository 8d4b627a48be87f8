"use client";

import { Button, CopyButton } from "@mantine/core";
import { useFrame } from "#ui/dashboard/data/frame-context.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./onboarding.module.css";
import { QrCode } from "./qr-code.tsx";
import type { StepProps } from "./setup-wizard.tsx";
import { StepForm } from "./step-form.tsx";

/** The link, to be sent, put on a site or printed. */
export function ShareStep({ onDone, onBack }: StepProps) {
  const { bookingUrl, business } = useFrame();
  return (
    <StepForm
      title="Your page is ready to share"
      lead="Put the link on your site, in your profile or in a message, and the code on a card or in the window."
      next="Open my dashboard"
      onBack={onBack}
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <div className={classes.link}>
        <a href={bookingUrl} target="_blank" rel="noreferrer">
          {bookingUrl}
        </a>
        <CopyButton value={bookingUrl}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={<Icon name={copied ? "check" : "copy"} size={16} />}
              onClick={copy}
            >
              {copied ? "Copied" : "Copy link"}
            </Button>
          )}
        </CopyButton>
      </div>
      <QrCode text={bookingUrl} name={business.slug} />
    </StepForm>
  );
}
