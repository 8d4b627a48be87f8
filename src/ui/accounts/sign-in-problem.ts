/** What a sign-in page says when it is shown again: what is wrong, and what to do next. */
export type SignInProblem = { title: string; advice: string };

const problems: Record<string, SignInProblem> = {
  invalid: {
    title: "E-mail or password is wrong.",
    advice: "Check both and try again, or let us send you a link instead.",
  },
  email: { title: "Enter your e-mail address.", advice: "The link is sent to the address of your login." },
  notFound: {
    title: "This link does not work any more.",
    advice: "Links work once and for 10 minutes. Ask for a new one below.",
  },
  google: {
    title: "Google did not confirm your e-mail address.",
    advice: "Try again, or sign in another way.",
  },
  expired: {
    title: "This sign-in took too long.",
    advice: "The second step has to follow within 10 minutes. Start again.",
  },
  disabled: { title: "This login is closed.", advice: "Ask the person who runs this installation." },
  "no-login": {
    title: "There is no login with your Google address.",
    advice: "Sign in with the e-mail address that your business invited, or ask its owner to invite you.",
  },
};

const otherwise: SignInProblem = {
  title: "Signing in did not work.",
  advice: "Try again. If it keeps failing, tell the person who runs this installation.",
};

/**
 * The words for a code in the page's address: ours (`problem`, with `wait` in seconds for too many attempts) or
 * next-auth's (`error`). Null when nothing went wrong.
 */
export function problemInWords(query: {
  problem?: string;
  wait?: string;
  error?: string;
}): SignInProblem | null {
  const { problem, wait, error } = query;
  if (problem === "rateLimited") {
    return tooMany(wait, (time) => `Try again in ${time}, or use a link by e-mail: it works at once.`);
  }
  if (problem === "tooManyLinks") {
    return tooMany(wait, (time) => `Use a link that was sent already, or ask for another one in ${time}.`);
  }
  if (problem) return problems[problem] ?? otherwise;
  return error ? otherwise : null;
}

function tooMany(wait: string | undefined, advice: (time: string) => string): SignInProblem {
  const waitSeconds = Number(wait);
  const minutes = Number.isFinite(waitSeconds) ? Math.max(1, Math.ceil(waitSeconds / 60)) : 15;
  const time = minutes === 1 ? "a minute" : `${minutes} minutes`;
  return { title: "Too many attempts.", advice: advice(time) };
}
