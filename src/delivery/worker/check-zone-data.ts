import type { AddJobFunction } from "graphile-worker";
import { withPlatform } from "#database/tenant-context.ts";

const nameOfFact = "time zone data";

/** The version of the time zone data that this platform computes with, such as "2026c". */
const platformVersion = process.versions.tz ?? "unknown";

/**
 * Compares the platform's time zone data with those that appointments were computed with last, and when they differ has
 * every business recompute what is still to come (C4). Data change with Node, so a worker asks once, when it starts.
 */
export async function checkZoneData(
  addJob: AddJobFunction,
  version: string = platformVersion,
): Promise<void> {
  const known = await withPlatform(({ db }) => db.platformFact.findFirst({ where: { name: nameOfFact } }));
  if (known?.value === version) return;
  const businesses = await withPlatform(({ sql }) => sql<{ id: string }>("SELECT id FROM all_businesses()"));
  for (const { id: tenantId } of businesses) {
    await addJob("follow-zone-data", { tenantId }, { jobKey: `follow-zone-data:${tenantId}` });
  }
  // Last: should this be cut short, the next start does it again, which changes nothing twice.
  await withPlatform(({ sql }) =>
    sql(
      `INSERT INTO platform_fact (name, value, updated_at) VALUES ($1, $2, clock_timestamp())
       ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value, updated_at = EXCLUDED.updated_at`,
      [nameOfFact, version],
    ),
  );
}
