"use client";

import { Button } from "@mantine/core";
import { formatTime } from "#kernel/time/format-time.ts";
import { useFrame } from "#ui/dashboard/data/frame-context.tsx";
import { tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import classes from "./shell.module.css";

/** Says whom a platform admin acts as, and until when, for as long as they do (A8). */
export function ActingBanner() {
  const { business, platform } = useFrame();
  const stop = trpc.platform.stopActing.useMutation({
    onSuccess: () => window.location.assign(`/platform/businesses/${business.id}`),
    onError: (error) => tellFailure(error),
  });
  if (platform.actingUntil === null) return null;
  const until = formatTime(platform.actingUntil, business.timeZone, business.locale);
  return (
    <section className={classes.acting} aria-label="Acting as a business">
      <span>
        You are acting as <strong>{business.name}</strong> until {until}. What you change is in its history
        under your name.
      </span>
      <Button size="compact-sm" variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
        Stop
      </Button>
    </section>
  );
}
