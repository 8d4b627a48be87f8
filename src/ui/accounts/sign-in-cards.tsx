import { MessageCard } from "./message-card.tsx";

/** After asking for a link. Says the same whether or not the address has a login. */
export function SentCard({ demo }: { demo: boolean }) {
  return (
    <MessageCard title="Check your e-mail">
      <p>If this address has a login here, a link is on its way to it. It works once, for 10 minutes.</p>
      {demo ? (
        <p>
          In this demo, e-mails land in <a href="/outbox">the outbox</a>.
        </p>
      ) : null}
      <a className="sk-button sk-quiet sk-full" href="/sign-in">
        Back to sign-in
      </a>
    </MessageCard>
  );
}

/** What the link in the e-mail opens. Programs that look at links in mail open pages and press no buttons. */
export function UseLinkCard({ token }: { token: string }) {
  return (
    <MessageCard title="One more click">
      <p>This signs you in, in this browser.</p>
      <form method="post" action="/sign-in/use-link">
        <input type="hidden" name="token" value={token} />
        <button className="sk-button sk-full" type="submit">
          Sign in
        </button>
      </form>
    </MessageCard>
  );
}

/** Signing out changes something, so it is a button and not a link. */
export function SignOutForm() {
  return (
    <form method="post" action="/sign-out/now">
      <button className="sk-button sk-full" type="submit">
        Sign out
      </button>
    </form>
  );
}
