import pg from "pg";
import type { Environment } from "#env.ts";

type Business = { slug: string; name: string; owner: string | null };

const width = 28;

/** Says where everything is. */
export async function announce(
  env: Environment,
  facts: { port: number; secretsGenerated: boolean; databaseUrl: string },
): Promise<void> {
  const businesses = env.DEMO ? await listBusinesses(facts.databaseUrl) : [];
  const entry = (name: string, value: string) => `  ${name.padEnd(width)}${value}`;
  const lines = [
    "",
    `Ready: ${env.APP_URL}`,
    "",
    ...businesses.map(({ slug, name }) => entry(name, bookingAddress(env, slug, facts.port))),
    entry("Dashboard", `${env.APP_URL}/dashboard`),
  ];
  if (env.DEMO) lines.push(entry("E-mails (local outbox)", `${env.APP_URL}/outbox`));
  lines.push(...(await describeLogins(businesses)));
  if (facts.secretsGenerated) lines.push("", describeSecrets(env));
  lines.push("", "Ctrl-C stops everything.", "");
  console.log(lines.join("\n"));
}

function bookingAddress(env: Environment, slug: string, port: number): string {
  const local = env.BOOKING_DOMAIN === "localhost" ? `:${port}` : "";
  return `${new URL(env.APP_URL).protocol}//${slug}.${env.BOOKING_DOMAIN}${local}/`;
}

async function describeLogins(businesses: Business[]): Promise<string[]> {
  const owners = businesses.flatMap(({ owner }) => (owner ? [owner] : []));
  if (owners.length === 0) return [];
  const { demoPassword } = await import("../../prisma/seed/write-logins.ts");
  return ["", `Sign in with the password ${demoPassword} as`, ...owners.map((owner) => `  ${owner}`)];
}

function describeSecrets(env: Environment): string {
  return `Secrets were generated into ${env.DATA_DIR}/secrets.json. In production set AUTH_SECRET and ENCRYPTION_KEYS.`;
}

/** The first businesses, each with its demo owner's e-mail address when that login exists. */
async function listBusinesses(databaseUrl: string): Promise<Business[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Business>(
      `SELECT b.slug, b.name, u.email AS owner FROM list_businesses() b
       LEFT JOIN users u ON u.email = 'owner@' || b.slug || '.example' LIMIT 5`,
    );
    return rows;
  } finally {
    await client.end();
  }
}
