import { PasskeyButton } from "./passkey-button.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import type { SignInProblem } from "./sign-in-problem.ts";

export type SecondStepFormProps = {
  /** What the login has. A recovery code is always taken. */
  step: { totp: boolean; passkey: boolean };
  problem: SignInProblem | null;
};

/** The second step of a sign-in. One field takes both kinds of code, and works without a script. */
export function SecondStepForm({ step, problem }: SecondStepFormProps) {
  const { totp, passkey } = step;
  return (
    <section className="sk-card" aria-labelledby="second-step-title">
      <h1 id="second-step-title">One more step</h1>
      <p className="sk-muted">This login is protected by a second step.</p>
      <ProblemNotice problem={problem} />
      {passkey ? (
        <PasskeyButton
          label="Use a passkey"
          beginAt="/sign-in/verify/passkey/begin"
          finishAt="/sign-in/verify/passkey"
          primary={!totp}
        />
      ) : null}
      {passkey ? <div className="sk-or">or</div> : null}
      <form method="post" action="/sign-in/verify/code" className="sk-stack">
        <label className="sk-field sk-flush">
          <span>{totp ? "Code" : "Recovery code"}</span>
          <input
            name="code"
            type="text"
            autoComplete="one-time-code"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={40}
            required
            aria-describedby="code-help"
          />
        </label>
        <p id="code-help" className="sk-muted sk-small sk-help">
          {totp
            ? "The 6 digits that your authenticator app shows, or one of your recovery codes."
            : "One of the codes that you kept when you set up the second step."}
        </p>
        <button
          className={totp || !passkey ? "sk-button sk-full" : "sk-button sk-quiet sk-full"}
          type="submit"
        >
          Continue
        </button>
      </form>
      <p className="sk-beside">
        <a href="/sign-in">Sign in another way</a>
      </p>
    </section>
  );
}
