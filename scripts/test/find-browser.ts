import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../launch/build.ts";
import { runProgram } from "./run-program.ts";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The path of a Chromium: one that is there, else Playwright's, else the system's package. Throws when none is to be had. */
export async function findBrowser(): Promise<string> {
  const there = await browserThere();
  if (there) return there;
  console.log("No Chromium found; installing one …");
  const playwright = join(root, "node_modules/@playwright/test/cli.js");
  await runProgram(process.execPath, [playwright, "install", "--with-deps", "chromium"]).catch(() => 1);
  const installed = await browserThere();
  if (installed) return installed;
  if (process.getuid?.() === 0) {
    await runProgram("apt-get", ["update", "-q"]).catch(() => 1);
    await runProgram("apt-get", ["install", "-y", "-q", "chromium"], {
      DEBIAN_FRONTEND: "noninteractive",
    }).catch(() => 1);
  }
  const packaged = await browserThere();
  if (packaged) return packaged;
  throw new Error("The browser journeys need Chromium. Install it, or say where it is: CHROMIUM_PATH=…");
}

async function browserThere(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  const named = process.env.CHROMIUM_PATH;
  return [...(named ? [named] : []), ...usualPlaces, chromium.executablePath()].find((path) =>
    existsSync(path),
  );
}
