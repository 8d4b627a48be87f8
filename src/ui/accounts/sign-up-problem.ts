import { problemInWords, type SignInProblem } from "./sign-in-problem.ts";

const problems: Record<string, SignInProblem> = {
  email: {
    title: "This is no e-mail address.",
    advice: "Enter one such as ada@example.com: your link is sent to it.",
  },
  "no-login": {
    title: "The login of this Google address is closed.",
    advice: "Use another address, or ask the person who runs this installation.",
  },
};

/** The words for a code in the address of the sign-up page; those of the sign-in page where they are the same. */
export function signUpProblemInWords(query: {
  problem?: string;
  wait?: string;
  error?: string;
}): SignInProblem | null {
  const own = query.problem ? problems[query.problem] : undefined;
  return own ?? problemInWords(query);
}
