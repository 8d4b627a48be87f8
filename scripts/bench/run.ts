// `npm run bench [-- PART…] [--workloads DIR] [--seconds N] [--rounds N] [--cold]`: one JSON line a figure on stdout.
// docs/performance.md says what each part measures.
import { parseArgs } from "node:util";
import { ensureBuilt } from "../launch/build.ts";
import { say } from "./figures.ts";

type Options = { workloads: string | undefined; seconds: number; rounds: number; cold: boolean };
type Part = { needsBuild: boolean; run(options: Options): Promise<void> };

const usage =
  "Usage: npm run bench [-- PART…] [--workloads DIR] [--seconds N] [--rounds N] [--cold]\nParts: availability http live scale start memory pages lighthouse";

// Each part is loaded when its turn comes: the first measures the engine in a process that has loaded nothing else.
const parts: Readonly<Record<string, Part>> = {
  availability: {
    needsBuild: false,
    run: async ({ workloads }) => (await import("./availability.ts")).benchAvailability(workloads),
  },
  http: {
    needsBuild: true,
    run: async (options) => (await import("./http/bench-http.ts")).benchHttp(options),
  },
  live: { needsBuild: true, run: async () => (await import("./live.ts")).benchLive() },
  scale: {
    needsBuild: true,
    run: async (options) => (await import("./http/scale.ts")).benchScale(options),
  },
  start: {
    needsBuild: true,
    run: async (options) => (await import("./start.ts")).benchStart(options),
  },
  memory: { needsBuild: true, run: async () => (await import("./memory.ts")).benchMemory() },
  pages: { needsBuild: true, run: async () => (await import("./pages.ts")).benchPages() },
  lighthouse: {
    needsBuild: true,
    run: async (options) => (await import("./lighthouse.ts")).benchLighthouse(options),
  },
};

function readArguments(): { chosen: Part[]; options: Options } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      workloads: { type: "string" },
      seconds: { type: "string", default: "5" },
      rounds: { type: "string", default: "3" },
      cold: { type: "boolean", default: false },
    },
  });
  const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)];
  if (!(seconds > 0) || !Number.isInteger(rounds) || rounds < 1) {
    throw new Error("--seconds and --rounds take numbers above 0");
  }
  const names = positionals.length > 0 ? positionals : Object.keys(parts);
  const chosen = names.map((name) => {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (!part) throw new Error(`There is no part called ${name}`);
    return part;
  });
  return { chosen, options: { workloads: values.workloads, seconds, rounds, cold: values.cold } };
}

async function main(): Promise<void> {
  let wanted: ReturnType<typeof readArguments>;
  try {
    wanted = readArguments();
  } catch (error) {
    say(`${(error as Error).message}\n${usage}`);
    process.exitCode = 1;
    return;
  }
  const { chosen, options } = wanted;
  if (chosen.some(({ needsBuild }) => needsBuild)) {
    await ensureBuilt({ say, signal: new AbortController().signal });
  }
  for (const part of chosen) await part.run(options);
}

await main();
