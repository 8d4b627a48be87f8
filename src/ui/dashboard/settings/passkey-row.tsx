"use client";

import { Button } from "@mantine/core";
import { formatDayTime } from "#kernel/time/format-time.ts";
import { useClock } from "#ui/dashboard/data/frame-context.tsx";
import classes from "./settings.module.css";
import type { Factors } from "./use-second-step.ts";

type Props = { passkey: Factors["passkeys"][number]; onRemove: () => void };

export function PasskeyRow({ passkey, onRemove }: Props) {
  const { timeZone, locale } = useClock();
  const { name, addedAt, lastUsedAt } = passkey;
  const at = (instant: string) => formatDayTime(instant, timeZone, locale);
  return (
    <li className={classes.session}>
      <span className={classes.named}>
        {name}
        <span className={classes.quiet}>
          Passkey, {lastUsedAt ? `last used ${at(lastUsedAt)}` : `added ${at(addedAt)}`}
        </span>
      </span>
      <Button variant="subtle" size="compact-sm" aria-label={`Remove the passkey ${name}`} onClick={onRemove}>
        Remove
      </Button>
    </li>
  );
}
