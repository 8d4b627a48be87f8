import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What an embedded server remembers between starts, in `postgres.json` of its folder (mode 0600). */
export type EmbeddedSettings = {
  port: number;
  passwords: { superuser: string; owner: string; app: string; jobs: string };
};

/** The places of an embedded server inside its data folder. */
export function embeddedPaths(dataDir: string) {
  return {
    cluster: join(dataDir, "postgres"),
    settings: join(dataDir, "postgres.json"),
    log: join(dataDir, "postgres.log"),
  };
}

/** Reads the remembered settings, or makes new ones with random passwords and no port yet (0). */
export async function readEmbeddedSettings(dataDir: string): Promise<EmbeddedSettings> {
  await mkdir(dataDir, { recursive: true });
  const path = embeddedPaths(dataDir).settings;
  const text = await readFile(path, "utf8").catch(() => null);
  if (text !== null) return JSON.parse(text) as EmbeddedSettings;
  const password = () => randomBytes(24).toString("base64url");
  const settings: EmbeddedSettings = {
    port: 0,
    passwords: { superuser: password(), owner: password(), app: password(), jobs: password() },
  };
  await writeEmbeddedSettings(dataDir, settings);
  return settings;
}

export async function writeEmbeddedSettings(dataDir: string, settings: EmbeddedSettings): Promise<void> {
  const path = embeddedPaths(dataDir).settings;
  await writeFile(`${path}.new`, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
