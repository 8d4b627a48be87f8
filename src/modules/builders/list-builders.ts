import type { PlatformContext } from "#database/tenant-context.ts";
import type { BuilderView } from "./schema.ts";

/** The website builders of this installation and their keys, by name (A8). */
export async function listBuilders(ctx: PlatformContext): Promise<BuilderView[]> {
  const builders = await ctx.db.siteBuilder.findMany({
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      siteSuffixes: true,
      disabledAt: true,
      keys: {
        orderBy: { createdAt: "asc" },
        select: { id: true, name: true, hint: true, createdAt: true, revokedAt: true },
      },
    },
  });
  return builders.map(({ disabledAt, keys, ...builder }) => ({
    ...builder,
    disabled: disabledAt !== null,
    keys: keys.map((key) => ({
      ...key,
      createdAt: key.createdAt.toISOString(),
      revokedAt: key.revokedAt?.toISOString() ?? null,
    })),
  }));
}
