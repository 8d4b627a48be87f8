import { printCheck, runChecks } from "./checks.ts";

const outcomes = await runChecks(printCheck);
const failed = outcomes.filter((outcome) => outcome.problems !== null).length;
console.log(
  failed === 0 ? `All ${outcomes.length} checks passed.` : `${failed} of ${outcomes.length} checks failed.`,
);
process.exitCode = failed === 0 ? 0 : 1;
