import { MessageCard } from "./message-card.tsx";
import { SendOnArrival } from "./send-on-arrival.tsx";

type Entry = { token: string; email: string | null; signedInAs: string | null };

/**
 * On the way from a business's site to its dashboard. It goes on by itself, unless somebody else is signed in: a link must
 * not change who one is without being asked.
 */
export function SiteEntryCard({ token, email, signedInAs }: Entry) {
  const someoneElse = signedInAs !== null && signedInAs !== email;
  return (
    <MessageCard title={someoneElse ? "Change who is signed in?" : "To your bookings"}>
      {someoneElse ? (
        <p>
          You are signed in as {signedInAs}. Your site signs you in as {email ?? "somebody else"}.
        </p>
      ) : (
        <p>Your site signs you in{email ? ` as ${email}` : ""}.</p>
      )}
      <form method="post" action="/sign-in/site/enter" className="sk-stack">
        <input type="hidden" name="token" value={token} />
        <button className="sk-button sk-full" type="submit">
          {someoneElse ? "Change and continue" : "Continue"}
        </button>
        {someoneElse ? (
          <a className="sk-button sk-quiet sk-full" href="/dashboard">
            Stay signed in as you are
          </a>
        ) : (
          <SendOnArrival />
        )}
      </form>
    </MessageCard>
  );
}

const problems: Record<string, { title: string; advice: string }> = {
  used: {
    title: "This link was used already",
    advice: "Each one works once. Go back to your site and press the button again.",
  },
  expired: {
    title: "This link is too old",
    advice: "Each one works for a few minutes. Go back to your site and press the button again.",
  },
  stranger: {
    title: "You are not in the team of this business",
    advice: "Ask whoever runs the site to add your e-mail address to its bookings.",
  },
  untrusted: {
    title: "We cannot trust this link",
    advice:
      "Go back to your site and press the button again. If that does not help, tell whoever runs the site.",
  },
};

/** Why a link of a site let nobody in, and what to do about it. */
export function SiteProblemCard({ problem, signedIn }: { problem: string; signedIn: boolean }) {
  const { title, advice } = problems[problem] ?? (problems.untrusted as { title: string; advice: string });
  return (
    <MessageCard title={title}>
      <p>{advice}</p>
      {signedIn ? (
        <a className="sk-button sk-quiet sk-full" href="/dashboard">
          To the dashboard
        </a>
      ) : (
        <a className="sk-button sk-quiet sk-full" href="/sign-in">
          Sign in another way
        </a>
      )}
    </MessageCard>
  );
}
