import { MessageCard } from "./message-card.tsx";

/** After asking to sign up. Says the same whether or not the address has a login (row O). */
export function SignUpSentCard({ email, demo }: { email: string; demo: boolean }) {
  return (
    <MessageCard title="Check your inbox">
      <p>
        {email ? (
          <>
            We sent a link to <strong>{email}</strong>.
          </>
        ) : (
          "We sent you a link."
        )}{" "}
        It works once, for 10 minutes. Nothing there? Look among the unwanted mail.
      </p>
      {demo ? (
        <p>
          In this demo, e-mails land in <a href="/outbox">the outbox</a>.
        </p>
      ) : null}
      <a className="sk-button sk-quiet sk-full" href="/sign-up">
        Use another address
      </a>
    </MessageCard>
  );
}

/** What the link in the e-mail opens. Programs that look at links in mail open pages and press no buttons. */
export function ConfirmSignUpCard({ token }: { token: string }) {
  return (
    <MessageCard title="Welcome">
      <p className="sk-muted">Your address is confirmed by the next click, and you are signed in.</p>
      <form method="post" action="/sign-up/use-link" className="sk-stack">
        <input type="hidden" name="token" value={token} />
        <label className="sk-field sk-flush">
          <span>
            Your name <span className="sk-muted">(optional)</span>
          </span>
          <input name="name" type="text" autoComplete="name" maxLength={80} />
        </label>
        <button className="sk-button sk-full" type="submit">
          Continue
        </button>
      </form>
    </MessageCard>
  );
}

/** Where whoever runs the installation adds businesses themselves. */
export function ClosedCard() {
  return (
    <MessageCard title="No sign-up here">
      <p className="sk-muted">
        Whoever runs this installation adds new businesses. Somebody of a team comes in by the link of their
        invitation.
      </p>
      <a className="sk-button sk-full" href="/sign-in">
        Sign in
      </a>
    </MessageCard>
  );
}
