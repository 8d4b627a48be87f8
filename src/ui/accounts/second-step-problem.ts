import { problemInWords, type SignInProblem } from "./sign-in-problem.ts";

/** The words for a code in the address of the page that asks for the second step. */
export function secondStepProblemInWords(query: { problem?: string; wait?: string }): SignInProblem | null {
  if (query.problem === "invalid") {
    const advice = "Enter the one that the app shows now, or a recovery code that was not used yet.";
    return { title: "This code is not right.", advice };
  }
  const words = problemInWords(query);
  if (query.problem !== "rateLimited" || !words) return words;
  return {
    title: words.title,
    advice: words.advice.replace(/, or use a link.*/, ", or use a recovery code."),
  };
}
