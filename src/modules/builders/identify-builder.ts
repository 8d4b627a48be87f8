import { platformQuery } from "#database/tenant-context.ts";
import { hashBuilderKey } from "./rules/builder-key.ts";
import type { IdentifiedBuilder } from "./schema.ts";

const identify = `
  SELECT b.id AS "builderId", b.name, b.site_suffixes AS "siteSuffixes"
  FROM site_builder_key k JOIN site_builder b ON b.id = k.builder_id
  WHERE k.key_hash = $1 AND k.revoked_at IS NULL AND b.disabled_at IS NULL`;

/** The website builder behind a key, or null when nobody has it or it was revoked (K4). */
export async function identifyBuilder(key: string): Promise<IdentifiedBuilder | null> {
  const rows = await platformQuery<IdentifiedBuilder>(identify, [hashBuilderKey(key)], "identify_builder");
  return rows[0] ?? null;
}
