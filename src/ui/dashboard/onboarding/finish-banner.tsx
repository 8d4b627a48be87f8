"use client";

import { Button, CloseButton, Progress } from "@mantine/core";
import { onboardingSteps, progressOf, stepCount, stepFrom } from "#modules/onboarding/rules/steps.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { tellFailure, tellWithUndo } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import classes from "./onboarding.module.css";

/** While the wizard is not done: how far it is, the way on, and the way to be rid of it. */
export function FinishBanner() {
  const { onboardingStep } = useBusiness();
  const mayChange = useMay("business.write");
  const utils = trpc.useUtils();
  const { mutate } = trpc.onboarding.saveProgress.useMutation({
    onError: (error) => tellFailure(error, "Not saved"),
    onSettled: () => utils.business.invalidate(),
  });
  if (onboardingStep === null || !mayChange) return null;
  const step = stepFrom(onboardingStep);
  const done = onboardingSteps.indexOf(step) + 2;
  const dismiss = () =>
    mutate({ step: null }, { onSuccess: () => tellWithUndo("Set-up put away", () => mutate({ step })) });
  return (
    <section className={classes.banner} aria-label="Set-up">
      <span className={classes.bannerWords}>
        <strong>Finish setting up</strong>
        <span className={classes.quiet}>
          {done} of {stepCount} steps done
        </span>
      </span>
      <Progress
        value={progressOf(step) * 100}
        size={6}
        className={classes.bannerBar}
        aria-label="Set-up done"
      />
      <Button component="a" href="/onboarding" size="xs" variant="default">
        Continue
      </Button>
      <CloseButton aria-label="Put the set-up away" onClick={dismiss} />
    </section>
  );
}
