"use client";

import "#ui/accounts/accounts.css";
import { MessageCard } from "#ui/accounts/message-card.tsx";
import { PlainFrame } from "#ui/accounts/plain-frame.tsx";

/** Shown when the root layout itself fails, so it brings a document of its own. */
export default function GlobalError() {
  return (
    <html lang="en">
      <head>
        <title>Something went wrong · Slotkeeper</title>
      </head>
      <body>
        <PlainFrame>
          <MessageCard title="Something went wrong">
            <p>Nothing was lost. Load the page again in a moment.</p>
          </MessageCard>
        </PlainFrame>
      </body>
    </html>
  );
}
