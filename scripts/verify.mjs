// npm run verify: format, lint, types, import rules, dead code and the rules of this house. No database, under a minute.
import { ensurePackages, runWithProjectNode } from "./setup.mjs";

try {
  await ensurePackages({ development: true });
  process.exitCode = await runWithProjectNode("scripts/verify/verify.ts");
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
