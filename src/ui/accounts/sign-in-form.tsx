import { GoogleForm } from "./google-form.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import type { SignInProblem } from "./sign-in-problem.ts";

export type SignInFormProps = {
  /** The e-mail typed before, when the page is shown again. */
  email: string;
  problem: SignInProblem | null;
  notice: string | null;
  google: boolean;
  passkey: boolean;
  /** A path of ours to go on to. */
  callbackUrl: string | undefined;
};

/** One form with two ways on: the password, or a link to the same address. Works without a script. */
export function SignInForm({ email, problem, notice, google, passkey, callbackUrl }: SignInFormProps) {
  return (
    <section className="sk-card" aria-labelledby="sign-in-title">
      <h1 id="sign-in-title">Sign in</h1>
      <p className="sk-muted">To your business’s calendar and settings.</p>
      <ProblemNotice problem={problem} />
      {notice ? (
        <div className="sk-notice" role="status">
          {notice}
        </div>
      ) : null}
      <form method="post" action="/sign-in/password" className="sk-stack">
        {callbackUrl ? <input type="hidden" name="callbackUrl" value={callbackUrl} /> : null}
        <div>
          <label className="sk-field">
            <span>E-mail</span>
            <input name="email" type="email" autoComplete="username" required defaultValue={email} />
          </label>
          <label className="sk-field">
            <span>Password</span>
            <input name="password" type="password" autoComplete="current-password" required />
          </label>
        </div>
        <button className="sk-button sk-full" type="submit">
          Sign in
        </button>
        <div className="sk-or">or</div>
        <button
          className="sk-button sk-quiet sk-full"
          type="submit"
          formAction="/sign-in/send-link"
          formNoValidate
        >
          E-mail me a link instead
        </button>
      </form>
      {passkey ? (
        <PasskeyButton
          label="Sign in with a passkey"
          beginAt="/sign-in/passkey/begin"
          finishAt="/sign-in/passkey"
          next={callbackUrl}
        />
      ) : null}
      {google ? <GoogleForm action="/sign-in/google" callbackUrl={callbackUrl} /> : null}
    </section>
  );
}
