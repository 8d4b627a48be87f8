/** @jsxImportSource preact */
import { useEffect, useState } from "preact/hooks";
import type { HoldModel } from "./view-model.ts";

/** The time left is worth showing only when it is short. */
const shownBelowSeconds = 180;

/**
 * The hold's time left, in its last three minutes, with a button that asks for more. Counts on the browser's
 * monotonic clock, so a wrong wall clock does not matter; read out once a minute, not every second.
 */
export function HoldClock({ secondsLeft, extendAction }: Omit<HoldModel, "expiresAt">) {
  const left = useCountdown(secondsLeft);
  if (left > shownBelowSeconds) return null;
  if (left <= 0) {
    return (
      <p class="hold" role="status">
        We stopped keeping this time for you. You can still book: we check that it is free.
      </p>
    );
  }
  const minutes = Math.ceil(left / 60);
  return (
    <div class="hold">
      <p aria-hidden="true">
        We keep this time for you for <strong class="tabular">{clockText(left)}</strong>
      </p>
      <p class="sr-only" role="status">
        We keep this time for you for {minutes === 1 ? "less than a minute" : `${minutes} more minutes`}.
      </p>
      <button type="submit" class="button button-quiet" formAction={extendAction} formNoValidate>
        Keep my time
      </button>
    </div>
  );
}

/** "2:05". */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = performance.now() + seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}
