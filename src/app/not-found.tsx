import "#ui/accounts/accounts.css";
import type { Metadata } from "next";
import { MessageCard } from "#ui/accounts/message-card.tsx";
import { PlainFrame } from "#ui/accounts/plain-frame.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PlainFrame>
      <MessageCard title="There is nothing at this address">
        <p>It may have been moved, or the address may be mistyped.</p>
        <a className="sk-button sk-full" href="/">
          Go to the front page
        </a>
      </MessageCard>
    </PlainFrame>
  );
}
