"use client";

import { useState, useSyncExternalStore } from "react";

export type PasskeyButtonProps = {
  label: string;
  /** Where to ask for the challenge, and where to send the answer. */
  beginAt: string;
  finishAt: string;
  /** A path of ours to go on to. */
  next?: string | undefined;
  primary?: boolean;
};

const never = () => () => {};
const supported = () => typeof window.PublicKeyCredential === "function";
const onServer = () => false;

/** Signs in by a passkey of the browser. Rests where there are none, or no scripts: the other ways need neither. */
export function PasskeyButton({ label, beginAt, finishAt, next, primary = false }: PasskeyButtonProps) {
  const isSupported = useSyncExternalStore(never, supported, onServer);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const use = async () => {
    setBusy(true);
    setProblem(null);
    const outcome = await exchange({ beginAt, finishAt, next });
    if ("location" in outcome) return window.location.assign(outcome.location);
    setProblem(outcome.message);
    setBusy(false);
  };
  return (
    <div className="sk-stack sk-below">
      {problem ? (
        <div className="sk-notice sk-problem sk-flush" role="alert">
          {problem}
        </div>
      ) : null}
      <button
        type="button"
        className={primary ? "sk-button sk-full" : "sk-button sk-quiet sk-full"}
        disabled={!isSupported || busy}
        onClick={() => void use()}
      >
        {busy ? "Waiting for your passkey …" : label}
      </button>
    </div>
  );
}

type Outcome = { location: string } | { message: string };

const cancelled = "No passkey was used. Try again, or go on another way.";
const unreachable = "The server cannot be reached. Check your connection and try again.";

async function exchange(how: Pick<PasskeyButtonProps, "beginAt" | "finishAt" | "next">): Promise<Outcome> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const begun = await post(how.beginAt, {});
  if (!begun.ok) return { message: begun.message };
  const { options, ceremony } = begun.value as {
    options: Parameters<typeof startAuthentication>[0]["optionsJSON"];
    ceremony?: string;
  };
  const answer = await startAuthentication({ optionsJSON: options }).catch(() => null);
  if (!answer) return { message: cancelled };
  const finished = await post(how.finishAt, { answer, ceremony, next: how.next });
  return finished.ok ? (finished.value as { location: string }) : { message: finished.message };
}

type Posted = { ok: true; value: unknown } | { ok: false; message: string };

async function post(url: string, body: unknown): Promise<Posted> {
  try {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    const value = await response.json();
    return response.ok ? { ok: true, value } : { ok: false, message: value.message ?? unreachable };
  } catch {
    return { ok: false, message: unreachable };
  }
}
