"use client";

import "#ui/accounts/accounts.css";
import { MessageCard } from "#ui/accounts/message-card.tsx";
import { PlainFrame } from "#ui/accounts/plain-frame.tsx";

/** Shown when a page of the installation fails; `digest` is what the log has of it too. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <PlainFrame>
      <MessageCard title="Something went wrong">
        <p>Nothing was lost. Try again; if it keeps failing, tell the person who runs this installation.</p>
        {error.digest ? <p className="sk-muted sk-small">Reference: {error.digest}</p> : null}
        <button className="sk-button sk-full" type="button" onClick={reset}>
          Try again
        </button>
      </MessageCard>
    </PlainFrame>
  );
}
