import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

type Secrets = { AUTH_SECRET: string; ENCRYPTION_KEYS: string };

/**
 * The secrets that the environment does not give, from `secrets.json` in the data folder (mode 0600); made on the
 * first start. Losing the file signs everybody out and makes stored tokens of providers unreadable.
 */
export async function provideSecrets(
  environment: Record<string, string | undefined>,
  dataDir: string,
): Promise<{ values: Partial<Secrets>; generated: boolean }> {
  const missing = {
    AUTH_SECRET: !environment.AUTH_SECRET,
    ENCRYPTION_KEYS: !environment.ENCRYPTION_KEYS && !environment.ENCRYPTION_KEY,
  };
  if (!missing.AUTH_SECRET && !missing.ENCRYPTION_KEYS) return { values: {}, generated: false };
  const path = join(dataDir, "secrets.json");
  const stored = await readFile(path, "utf8").catch(() => null);
  const secrets = stored ? (JSON.parse(stored) as Secrets) : await generate(path);
  return {
    values: {
      ...(missing.AUTH_SECRET && { AUTH_SECRET: secrets.AUTH_SECRET }),
      ...(missing.ENCRYPTION_KEYS && { ENCRYPTION_KEYS: secrets.ENCRYPTION_KEYS }),
    },
    generated: stored === null,
  };
}

async function generate(path: string): Promise<Secrets> {
  const random = () => randomBytes(32).toString("base64");
  const secrets: Secrets = { AUTH_SECRET: random(), ENCRYPTION_KEYS: random() };
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return secrets;
}
