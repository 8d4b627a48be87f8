// npm test: on an empty clone it sets itself up, then runs every check and every test, browser journeys included.
// The last line is "N passed, N failed".
import { ensurePackages, runWithProjectNode } from "./setup.mjs";

try {
  await ensurePackages({ development: true });
  process.exitCode = await runWithProjectNode("scripts/test/run.ts");
} catch (error) {
  console.error(error.message);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
