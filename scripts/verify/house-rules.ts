import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { root } from "../launch/build.ts";

/** A rule of this house and what breaks it; null when nothing does. */
type HouseRule = { name: string; check(): Promise<string | null> };
type SourceFile = { path: string; text: string };

/** Files that may be longer for now. The list started empty and only shrinks. */
const longFiles = new Set<string>([]);

const isTest = (path: string) => /\.test\.tsx?$|^e2e\//.test(path);
const isProduct = (path: string) =>
  path.startsWith("src/") && !isTest(path) && !path.startsWith("src/testing/");

/** Names that say nothing about what is inside. */
const emptyNames = /(^|\/)(utils?|helpers?|common|misc|lib|index)(\/|\.[cm]?[jt]sx?$)/;

export const houseRules: HouseRule[] = [
  rule("files up to 300 lines, tests up to 400", ({ path, text }) => {
    const lines = text.split("\n").length - 1;
    const most = isTest(path) ? 400 : 300;
    return lines > most && !longFiles.has(path) ? [`${lines} lines`] : [];
  }),
  rule("names say what is inside", ({ path }) =>
    emptyNames.test(path) ? ["says nothing about what is inside"] : [],
  ),
  rule("files are named in kebab-case", ({ path }) => {
    const ofNext = path.startsWith("src/app/");
    return ofNext || /^\.?[a-z0-9]+([-.][a-z0-9]+)*$/.test(basename(path)) ? [] : ["is not in kebab-case"];
  }),
  rule("the present comes from a clock", ({ path, text }) => {
    if (!isProduct(path) || path === "src/kernel/clock.ts") return [];
    return matches(text, /\bDate\.now\(\)|\bnew Date\(\)|\bDate\(\)/g);
  }),
  rule("relative imports stay within their module", ({ path, text }) => {
    if (!path.startsWith("src/")) return [];
    const found = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]*)"/g)].map((match) => match[1] ?? "");
    return found.filter((target) => moduleOf(normalize(join(dirname(path), target))) !== moduleOf(path));
  }),
  rule("imports carry their extension", ({ text }) => {
    const found = [...text.matchAll(/(?:from|import)\s*\(?\s*"((?:\.|#)[^"]*)"/g)].map(
      (match) => match[1] ?? "",
    );
    return found.filter((target) => !/\.([cm]?[jt]sx?|css|json|d\.ts)$/.test(target));
  }),
  rule("no check is switched off in the code", ({ path, text }) =>
    path === "scripts/verify/house-rules.ts"
      ? []
      : matches(text, /@ts-(ignore|nocheck|expect-error)|biome-ignore|knip-ignore/g),
  ),
  rule("no test is left out", ({ path, text }) =>
    isTest(path) ? matches(text, /\.(skip|skipIf|runIf|only|todo|fails)\(|\bxit\(|\bxdescribe\(/g) : [],
  ),
  rule("every module has a README", noProblems, async (files) => {
    const modules = new Set(files.map((file) => /^src\/modules\/[^/]+/.exec(file.path)?.[0]).filter(Boolean));
    const tracked = new Set(await listTracked());
    return [...modules]
      .filter((module) => !tracked.has(`${module}/README.md`))
      .map((module) => `${module} has none`);
  }),
  rule("the lock file names no registry", noProblems, async () => {
    const lock = await readFile(join(root, "package-lock.json"), "utf8");
    return matches(lock, /"resolved": "http[^"]*"/g).slice(0, 3);
  }),
];

function noProblems(): string[] {
  return [];
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[0]);
}

/** `src/modules/catalog`, `src/ui/booking`, `src/kernel` …: the folder within which imports are relative. */
function moduleOf(path: string): string {
  const parts = path.split("/");
  if (parts.length < 3) return "src";
  if (parts[1] === "generated") return "src/database";
  const deep = ["modules", "adapters", "ui", "delivery"].includes(parts[1] ?? "");
  return parts.slice(0, deep ? 3 : 2).join("/");
}

function rule(
  name: string,
  perFile: (file: SourceFile) => string[],
  overall: (files: SourceFile[]) => Promise<string[]> = async () => [],
): HouseRule {
  return {
    name,
    check: async () => {
      const files = await readSources();
      const problems = files.flatMap((file) => perFile(file).map((problem) => `${file.path}: ${problem}`));
      problems.push(...(await overall(files)));
      return problems.length > 0 ? problems.join("\n") : null;
    },
  };
}

let sources: Promise<SourceFile[]> | undefined;

/** Every source file that git knows or would add; each is read once. */
function readSources(): Promise<SourceFile[]> {
  sources ??= listTracked().then((paths) =>
    Promise.all(
      paths
        .filter((path) => /^(src|scripts|prisma|e2e)\/.*\.[cm]?[jt]sx?$|^[^/]+\.[cm]?ts$/.test(path))
        .map(async (path) => ({ path, text: await readFile(join(root, path), "utf8").catch(() => "") })),
    ),
  );
  return sources;
}

async function listTracked(): Promise<string[]> {
  const words = ["ls-files", "--cached", "--others", "--exclude-standard"];
  const { stdout } = await promisify(execFile)("git", words, { cwd: root, maxBuffer: 50_000_000 });
  return stdout.split("\n").filter(Boolean);
}
