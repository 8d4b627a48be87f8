// npm run builder -- add NAME [--sites HOST,HOST]   lets a website builder in; prints its key and its secret once
// npm run builder -- key ID [PURPOSE]               another key for it
// npm run builder -- sites ID HOST,HOST             the hosts that it vouches for, with all below them; none: ""
// npm run builder -- list                           the builders and their keys
// npm run builder -- revoke HINT                    ends the key that ends so
//
// Works on DATABASE_URL, or without it on the embedded server of DATA_DIR.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { prepareDatabase } from "#database/prepare-database.ts";
import type { PlatformContext } from "#database/tenant-context.ts";
import { connectDatabase, disconnectDatabase } from "#database/tenant-pool.ts";
import type { Result } from "#kernel/result.ts";
import type { NewBuilderKey } from "#modules/builders/schema.ts";
import { provideSecrets } from "./launch/secrets.ts";
import { openOperatorDatabase } from "./operator-database.ts";

const usage = `npm run builder -- add NAME [--sites HOST,HOST] | key ID [PURPOSE] | sites ID HOST,HOST | list | revoke HINT`;
const operator = { kind: "system", job: "builder" } as const;

try {
  await run();
} catch (error) {
  console.error(process.env.LOG_LEVEL === "debug" ? error : (error as Error).message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { positionals, values } = parseArgs({
    options: { sites: { type: "string", default: "" } },
    allowPositionals: true,
  });
  const [command, ...words] = positionals;
  const work = { add, key: addKey, sites: setSites, list, revoke }[String(command)];
  if (!work) throw new Error(usage);
  if (existsSync(".env")) process.loadEnvFile(".env");
  const database = await openOperatorDatabase();
  try {
    await prepareDatabase(database.urls);
    const dataDir = resolve(process.env.DATA_DIR || ".data");
    Object.assign(process.env, (await provideSecrets(process.env, dataDir)).values);
    connectDatabase(database.urls.app);
    await work(words, values.sites);
  } finally {
    await disconnectDatabase();
    await database.close();
  }
}

/** The environment is read when a verb is first imported: by then it has the secrets. */
async function onPlatform<T>(work: (ctx: PlatformContext) => Promise<T>): Promise<T> {
  const { withPlatform } = await import("#database/tenant-context.ts");
  return withPlatform(work);
}

async function add([name]: string[], sites: string): Promise<void> {
  const { createBuilder } = await import("#modules/builders/create-builder.ts");
  const { CreateBuilderInput } = await import("#modules/builders/schema.ts");
  const input = parse(CreateBuilderInput, { name: name ?? "", siteSuffixes: hostsIn(sites) });
  show(await onPlatform((ctx) => createBuilder(ctx, operator, input)));
}

async function addKey([builderId, name = "Another key"]: string[]): Promise<void> {
  const { addBuilderKey } = await import("#modules/builders/add-builder-key.ts");
  const { AddBuilderKeyInput } = await import("#modules/builders/schema.ts");
  const input = parse(AddBuilderKeyInput, { builderId, name });
  show(await onPlatform((ctx) => addBuilderKey(ctx, operator, input)));
}

async function setSites([builderId, hosts = ""]: string[]): Promise<void> {
  const { changeBuilder } = await import("#modules/builders/change-builder.ts");
  const { ChangeBuilderInput } = await import("#modules/builders/schema.ts");
  const input = parse(ChangeBuilderInput, { builderId, siteSuffixes: hostsIn(hosts) });
  const { siteSuffixes } = settled(await onPlatform((ctx) => changeBuilder(ctx, operator, input)));
  console.log(siteSuffixes.length > 0 ? `Vouches for ${siteSuffixes.join(", ")}.` : "Vouches for no host.");
}

async function revoke([hint = ""]: string[]): Promise<void> {
  const { revokeBuilderKey } = await import("#modules/builders/revoke-builder-key.ts");
  const { RevokeBuilderKeyInput } = await import("#modules/builders/schema.ts");
  const input = parse(RevokeBuilderKeyInput, { hint });
  settled(await onPlatform((ctx) => revokeBuilderKey(ctx, operator, input)));
  console.log(`The key that ends in ${input.hint} works no more.`);
}

async function list(): Promise<void> {
  const { listBuilders } = await import("#modules/builders/list-builders.ts");
  const builders = await onPlatform(listBuilders);
  if (builders.length === 0) console.log(`Nobody yet: ${usage}`);
  for (const { id, name, siteSuffixes, keys } of builders) {
    console.log(`${name} (${id}), vouches for ${siteSuffixes.join(", ") || "no host"}`);
    for (const key of keys) {
      const since = key.createdAt.slice(0, 10);
      console.log(`  …${key.hint}  ${key.name}, since ${since}${key.revokedAt ? ", revoked" : ""}`);
    }
  }
}

function show(result: Result<NewBuilderKey>): void {
  const { builderId, key, hint, secret } = settled(result);
  console.log(`Site builder ${builderId}, key …${hint}. Keep both now: neither is shown again.`);
  console.log(`PLATFORM_KEY=${key}`);
  console.log(`PLATFORM_SECRET=${secret}`);
}

type Parser<T> = { safeParse(value: unknown): { data?: T; error?: { issues: { message: string }[] } } };

function parse<T>(schema: Parser<T>, value: unknown): T {
  const { data, error } = schema.safeParse(value);
  if (data === undefined) throw new Error(`${error?.issues[0]?.message}. ${usage}`);
  return data;
}

function settled<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

function hostsIn(list: string): string[] {
  return list
    .split(",")
    .map((host) => host.trim())
    .filter(Boolean);
}
