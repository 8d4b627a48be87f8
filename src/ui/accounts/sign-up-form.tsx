import { GoogleForm } from "./google-form.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import type { SignInProblem } from "./sign-in-problem.ts";

export type SignUpFormProps = {
  /** The e-mail typed before, when the page is shown again. */
  email: string;
  problem: SignInProblem | null;
  google: boolean;
};

/** One field: everything else is asked once the address is known to be theirs (A2). Works without a script. */
export function SignUpForm({ email, problem, google }: SignUpFormProps) {
  return (
    <>
      <section className="sk-card" aria-labelledby="sign-up-title">
        <h1 id="sign-up-title">Create your business</h1>
        <p className="sk-muted">Your own booking page, open around the clock. No card needed.</p>
        <ProblemNotice problem={problem} />
        <form method="post" action="/sign-up/send-link" className="sk-stack">
          <label className="sk-field sk-flush">
            <span>E-mail</span>
            <input name="email" type="email" autoComplete="email" required defaultValue={email} />
          </label>
          <button className="sk-button sk-full" type="submit">
            Continue with e-mail
          </button>
        </form>
        {google ? (
          <>
            <div className="sk-or sk-below">or</div>
            <GoogleForm action="/sign-up/google" />
          </>
        ) : null}
      </section>
      <p className="sk-beside">
        Have a login? <a href="/sign-in">Sign in</a>
      </p>
    </>
  );
}
