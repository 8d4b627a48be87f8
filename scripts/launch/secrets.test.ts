import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseEnvironment } from "../../src/env.ts";
import { provideSecrets } from "./secrets.ts";

let dataDir = "";
beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), "slotkeeper-test-secrets-")), "data");
});
afterEach(async () => {
  await rm(join(dataDir, ".."), { recursive: true, force: true });
});

describe("secrets that the environment does not give", () => {
  it("are generated once, for the owner of the folder only, and stay the same", async () => {
    const first = await provideSecrets({}, dataDir);
    const second = await provideSecrets({}, dataDir);
    expect([first.generated, second.generated]).toEqual([true, false]);
    expect(second.values).toEqual(first.values);
    expect((await stat(join(dataDir, "secrets.json"))).mode & 0o777).toBe(0o600);
  });

  it("are strong enough for the environment's own rules, and differ between installations", async () => {
    const { values } = await provideSecrets({}, dataDir);
    expect(parseEnvironment(values).ENCRYPTION_KEYS).toHaveLength(1);
    expect(parseEnvironment(values).AUTH_SECRET.length).toBeGreaterThanOrEqual(32);
    expect((await provideSecrets({}, `${dataDir}-other`)).values).not.toEqual(values);
  });

  it("never overrule those that it gives", async () => {
    const { values } = await provideSecrets({ AUTH_SECRET: "given" }, dataDir);
    expect(Object.keys(values)).toEqual(["ENCRYPTION_KEYS"]);
  });

  it("leave no file when nothing is missing", async () => {
    const given = { AUTH_SECRET: "given", ENCRYPTION_KEY: "given" };
    expect(await provideSecrets(given, dataDir)).toEqual({ values: {}, generated: false });
    await expect(stat(dataDir)).rejects.toThrow("ENOENT");
  });
});
