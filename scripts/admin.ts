// npm run admin -- list            who runs this installation (platform admins)
// npm run admin -- grant EMAIL     makes a login one, and the login first when there is none
// npm run admin -- revoke EMAIL    takes it away
//
// Works on DATABASE_OWNER_URL, or without DATABASE_URL on the embedded server of DATA_DIR: nothing else may grant it.
import { existsSync } from "node:fs";
import pg from "pg";
import { grantAdmin, listAdmins, revokeAdmin } from "#database/platform-admins.ts";
import { prepareDatabase } from "#database/prepare-database.ts";
import { loginEmail } from "#modules/accounts/schema.ts";
import { openOperatorDatabase } from "./operator-database.ts";

const usage = "npm run admin -- grant EMAIL | revoke EMAIL | list";

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(process.env.LOG_LEVEL === "debug" ? error : (error as Error).message);
  process.exitCode = 1;
}

async function run([command, address]: string[]): Promise<number> {
  const work = { grant, revoke, list }[String(command)];
  if (!work) throw new Error(usage);
  if (existsSync(".env")) process.loadEnvFile(".env");
  const database = await openOperatorDatabase();
  try {
    await prepareDatabase(database.urls);
    const owner = new pg.Client({ connectionString: database.urls.owner });
    await owner.connect();
    try {
      return await work(owner, address);
    } finally {
      await owner.end();
    }
  } finally {
    await database.close();
  }
}

async function grant(owner: pg.Client, address: string | undefined): Promise<number> {
  const email = emailFrom(address);
  const { createdLogin, granted } = await grantAdmin(owner, email);
  if (createdLogin) console.log(`Made a login for ${email}: it signs in by a link that is sent by e-mail.`);
  console.log(granted ? `${email} is a platform admin now.` : `${email} was a platform admin already.`);
  return 0;
}

async function revoke(owner: pg.Client, address: string | undefined): Promise<number> {
  const email = emailFrom(address);
  if (await revokeAdmin(owner, email)) {
    console.log(`${email} is no platform admin any more. The login is still there.`);
    return 0;
  }
  console.error(`${email} is no platform admin.`);
  return 1;
}

async function list(owner: pg.Client): Promise<number> {
  const admins = await listAdmins(owner);
  for (const { email, name, since, hasSecondFactor } of admins) {
    const factor = hasSecondFactor ? "" : ", no second factor";
    console.log(`${email} (${name}), since ${since.toISOString().slice(0, 10)}${factor}`);
  }
  if (admins.length === 0) console.log(`Nobody yet: ${usage}`);
  return 0;
}

function emailFrom(address: string | undefined): string {
  const parsed = loginEmail.safeParse(address ?? "");
  if (!parsed.success) throw new Error(`${address ?? "Nothing"} is no e-mail address. ${usage}`);
  return parsed.data;
}
