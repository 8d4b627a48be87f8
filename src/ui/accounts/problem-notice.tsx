import type { SignInProblem } from "./sign-in-problem.ts";

/** What went wrong the last time, above the form that it went wrong with. */
export function ProblemNotice({ problem }: { problem: SignInProblem | null }) {
  if (!problem) return null;
  return (
    <div className="sk-notice sk-problem" role="alert">
      <strong>{problem.title}</strong> {problem.advice}
    </div>
  );
}
