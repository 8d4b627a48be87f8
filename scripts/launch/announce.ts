import pg from "pg";
import type { Environment } from "#env.ts";

/** Says where everything is. */
export async function announce(
  env: Environment,
  facts: { port: number; secretsGenerated: boolean; databaseUrl: string },
): Promise<void> {
  const { protocol } = new URL(env.APP_URL);
  const port = env.BOOKING_DOMAIN === "localhost" ? `:${facts.port}` : "";
  const businesses = env.DEMO ? await listBusinesses(facts.databaseUrl) : [];
  const lines = [
    "",
    `Ready: ${env.APP_URL}`,
    "",
    ...businesses.map(
      ({ slug, name }) => `  ${name.padEnd(28)} ${protocol}//${slug}.${env.BOOKING_DOMAIN}${port}/`,
    ),
    `  ${"Dashboard".padEnd(28)} ${env.APP_URL}/dashboard`,
  ];
  if (env.DEMO) lines.push(`  ${"E-mails (local outbox)".padEnd(28)} ${env.APP_URL}/outbox`);
  if (facts.secretsGenerated) {
    lines.push(
      "",
      `Secrets were generated into ${env.DATA_DIR}/secrets.json. In production set AUTH_SECRET and ENCRYPTION_KEYS.`,
    );
  }
  lines.push("", "Ctrl-C stops everything.", "");
  console.log(lines.join("\n"));
}

async function listBusinesses(databaseUrl: string): Promise<{ slug: string; name: string }[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ slug: string; name: string }>(
      "SELECT slug, name FROM list_businesses() LIMIT 5",
    );
    return rows;
  } finally {
    await client.end();
  }
}
