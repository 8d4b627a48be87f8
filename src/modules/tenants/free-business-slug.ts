import type { TenantContext } from "#database/tenant-context.ts";
import { isBusinessSlug } from "./rules/reserved-slugs.ts";
import { freeSlug, slugFrom } from "./rules/slugs.ts";

/** Names that are tried before giving up: "Salon" may be the hundredth, not the thousandth. */
const mostTries = 200;

/** Whether the business of this transaction may have the address: nobody else has it, or had it (A3, A5). */
export async function mayHaveSlug(ctx: Pick<TenantContext, "sql">, slug: string): Promise<boolean> {
  if (!isBusinessSlug(slug)) return false;
  const [row] = await ctx.sql<{ taken: boolean }>(
    "SELECT slug_is_taken($1) AS taken",
    [slug],
    "slug_is_taken",
  );
  return row?.taken === false;
}

/** An address made from the business's name: "salon-mitte", or "salon-mitte-2" when that is taken. */
export async function freeBusinessSlug(ctx: Pick<TenantContext, "sql">, name: string): Promise<string> {
  const base = slugFrom(name);
  const taken = new Set<string>();
  for (let tries = 0; tries < mostTries; tries++) {
    const candidate = freeSlug(base, taken);
    if (await mayHaveSlug(ctx, candidate)) return candidate;
    taken.add(candidate);
  }
  throw new Error(`No address is free for a business called ${name}`);
}
