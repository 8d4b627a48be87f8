import { MessageCard } from "./message-card.tsx";

type Invitation = {
  email: string;
  role: "admin" | "staff";
  businessName: string;
  /** The staff member whose calendar is theirs. */
  staffName: string | null;
};

type JoinProps = {
  token: string;
  invitation: Invitation;
  /** A login is made for this address: it wants a name. */
  asksName: boolean;
  problem: string | undefined;
};

const problems: Record<string, string> = {
  name: "Enter your name, as the team should read it.",
  forbidden: "This login has been disabled. Ask whoever runs this installation.",
};

/** What an invitation asks, before anything is done: programs that look at links in mail press no buttons. */
export function JoinCard({ token, invitation, asksName, problem }: JoinProps) {
  const { businessName, role, staffName, email } = invitation;
  const words = problem === undefined ? undefined : problems[problem];
  return (
    <MessageCard title={`Join ${businessName}`}>
      <p>{roleWords(role, staffName)}</p>
      <p className="sk-muted sk-small">You join as {email}.</p>
      {words ? (
        <div className="sk-notice sk-problem" role="alert">
          {words}
        </div>
      ) : null}
      <form method="post" action="/join/accept">
        <input type="hidden" name="token" value={token} />
        {asksName ? (
          <label className="sk-field">
            <span>Your name</span>
            <input name="name" autoComplete="name" required maxLength={120} defaultValue={staffName ?? ""} />
          </label>
        ) : null}
        <button className="sk-button sk-full" type="submit">
          Join the team
        </button>
      </form>
    </MessageCard>
  );
}

function roleWords(role: Invitation["role"], staffName: string | null): string {
  if (role === "admin") return "You are asked to be an admin: you run the business with its owner.";
  return staffName
    ? `You are asked to work here as ${staffName}, with a calendar of your own.`
    : "You are asked to be a member of staff.";
}

type OtherProps = { token: string; invitation: Invitation; signedInAs: string };

/** Somebody else is signed in here: nobody joins with a login that was not asked. */
export function OtherLoginCard({ token, invitation, signedInAs }: OtherProps) {
  return (
    <MessageCard title="Signed in as somebody else">
      <p>
        The invitation to {invitation.businessName} is for <strong>{invitation.email}</strong>. In this
        browser you are signed in as {signedInAs}.
      </p>
      <form method="post" action="/join/switch" className="sk-stack">
        <input type="hidden" name="token" value={token} />
        <button className="sk-button sk-full" type="submit">
          Sign out and go on
        </button>
        <a className="sk-button sk-quiet sk-full" href="/dashboard">
          Stay signed in
        </a>
      </form>
    </MessageCard>
  );
}

type Closed = { state: "accepted" | "revoked" | "expired" | "unknown"; businessName: string | null };

const closedWords: Record<Closed["state"], { title: string; words: (business: string) => string }> = {
  accepted: {
    title: "You joined already",
    words: (business) => `This invitation to ${business} has been used. Sign in to go on.`,
  },
  revoked: {
    title: "Invitation taken back",
    words: (business) =>
      `${business} has taken this invitation back. Ask there if you think it is a mistake.`,
  },
  expired: {
    title: "Invitation expired",
    words: (business) => `This invitation is older than seven days. Ask ${business} to send it again.`,
  },
  unknown: {
    title: "This link does not work",
    words: () =>
      "A newer invitation may have been sent: open the link in the latest e-mail. Or ask for a new one.",
  },
};

/** An invitation with which nothing can be done any more, and what helps. */
export function ClosedInvitationCard({ state, businessName }: Closed) {
  const { title, words } = closedWords[state];
  return (
    <MessageCard title={title}>
      <p>{words(businessName ?? "the business")}</p>
      <a className="sk-button sk-quiet sk-full" href="/sign-in">
        Sign in
      </a>
    </MessageCard>
  );
}
