"use client";

import { Alert, Button } from "@mantine/core";
import { useSearchParams } from "next/navigation";
import { Activity, type ComponentType, useState } from "react";
import {
  isBookable,
  type OnboardingStep,
  onboardingSteps,
  stepAfter,
  stepBefore,
  stepCount,
  stepFrom,
} from "#modules/onboarding/rules/steps.ts";
import { useFrame } from "#ui/dashboard/data/frame-context.tsx";
import { tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { HoursStep } from "./hours-step.tsx";
import { LookStep } from "./look-step.tsx";
import classes from "./onboarding.module.css";
import { PaymentsStep } from "./payments-step.tsx";
import { PoliciesStep } from "./policies-step.tsx";
import { ServicesStep } from "./services-step.tsx";
import { ShareStep } from "./share-step.tsx";
import { StaffStep } from "./staff-step.tsx";
import { WizardFrame } from "./wizard-frame.tsx";

export type StepProps = { onDone: () => void; onBack?: (() => void) | undefined };

const screens: Readonly<Record<OnboardingStep, ComponentType<StepProps>>> = {
  hours: HoursStep,
  services: ServicesStep,
  staff: StaffStep,
  policies: PoliciesStep,
  look: LookStep,
  payments: PaymentsStep,
  share: ShareStep,
};

/** The steps after the business is there. Those one has seen keep what was typed; the address names the one that is shown. */
export function SetupWizard() {
  const { business, bookingUrl } = useFrame();
  const [reached, setReached] = useState(() => stepFrom(business.onboardingStep ?? "share"));
  const asked = useSearchParams().get("step");
  const step = asked === null ? reached : earlier(stepFrom(asked), reached);
  const { mutate, isPending, isSuccess } = trpc.onboarding.saveProgress.useMutation({
    onError: (error) => tellFailure(error, "Not saved"),
  });
  const go = (to: OnboardingStep) => window.history.pushState(null, "", `?step=${to}`);
  const done = () => {
    const next = stepAfter(step);
    if (next === null)
      return mutate({ step: null }, { onSuccess: () => window.location.assign("/dashboard") });
    if (earlier(next, reached) === reached && next !== reached) {
      setReached(next);
      mutate({ step: next });
    }
    go(next);
  };
  const back = stepBefore(step);
  return (
    <WizardFrame
      number={onboardingSteps.indexOf(step) + 3}
      count={stepCount}
      leave={{ href: "/dashboard", label: "Finish later" }}
    >
      {isBookable(step) && step !== "share" ? <BookableNote bookingUrl={bookingUrl} /> : null}
      <Screens
        step={step}
        onDone={done}
        onBack={back ? () => go(back) : undefined}
        finishing={step === "share" && (isPending || isSuccess)}
      />
    </WizardFrame>
  );
}

function Screens({ step, onDone, onBack }: StepProps & { step: OnboardingStep; finishing: boolean }) {
  const [seen, setSeen] = useState<readonly OnboardingStep[]>([step]);
  if (!seen.includes(step)) setSeen([...seen, step]);
  return seen.map((name) => {
    const Screen = screens[name];
    return (
      <Activity key={name} mode={name === step ? "visible" : "hidden"}>
        <Screen onDone={onDone} onBack={onBack} />
      </Activity>
    );
  });
}

/** From here on nothing is missing for a booking. */
function BookableNote({ bookingUrl }: { bookingUrl: string }) {
  return (
    <Alert color="teal" icon={<Icon name="check" />} className={classes.bookable}>
      <span className={classes.bookableWords}>
        Your booking page takes bookings now. The rest can wait.
        <Button
          component="a"
          href={bookingUrl}
          target="_blank"
          rel="noreferrer"
          size="xs"
          variant="default"
          leftSection={<Icon name="external" size={14} />}
        >
          Open my booking page
        </Button>
      </span>
    </Alert>
  );
}

function earlier(one: OnboardingStep, other: OnboardingStep): OnboardingStep {
  return onboardingSteps.indexOf(one) < onboardingSteps.indexOf(other) ? one : other;
}
