// npm start: everything from a fresh clone to a running product. Any Node from 20 on may launch it.
import { createServer } from "node:net";
import { ensurePackages, isProjectNode, loadDotEnv, runWithProjectNode } from "./setup.mjs";

stopWhenOrphaned();
try {
  loadDotEnv();
  await refuseUsedPort(Number(process.env.PORT || 3000));
  await ensurePackages();
  if (isProjectNode()) await import("./launch/launch.ts");
  else process.exitCode = await runWithProjectNode("scripts/launch/launch.ts");
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

/** Before anything else: nobody should wait for a build to learn this. A wrong PORT is reported with the other variables. */
function refuseUsedPort(port) {
  return new Promise((resolve, reject) => {
    if (!Number.isInteger(port) || port < 0 || port > 65535) return resolve();
    const probe = createServer();
    probe.once("error", (error) => {
      if (error.code === "EADDRINUSE") {
        reject(
          new Error(
            `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
          ),
        );
      } else if (error.code === "EACCES") {
        reject(new Error(`Port ${port} needs rights that this user does not have. Choose one above 1023.`));
      } else reject(error);
    });
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

/** npm passes a signal to its shell, which dies of it and leaves us behind: then nobody can reach us with Ctrl-C. */
function stopWhenOrphaned() {
  if (process.env.npm_lifecycle_event !== "start") return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  timer.unref();
}
