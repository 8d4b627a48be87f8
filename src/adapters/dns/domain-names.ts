import { Resolver } from "node:dns/promises";
import type { DomainNames } from "#modules/domains/ports.ts";

/** The name is not there, or has nothing of what was asked: an answer. */
const nothing = new Set(["ENOTFOUND", "ENODATA"]);

/**
 * Asks name servers: those of the machine, or `servers` (DNS_SERVERS). Two tries of two seconds, so that whoever pressed
 * "Check now" hears something.
 */
export function domainNames(servers: readonly string[]): DomainNames {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);
  return {
    texts: (name) =>
      asked(resolver.resolveTxt(name), (records) => records.map((parts) => parts.join("").trim())),
    async alias(name) {
      const names = await asked(resolver.resolveCname(name), (found) => found);
      return names?.[0]?.toLowerCase().replace(/\.$/, "") ?? null;
    },
    async addresses(name) {
      const found = await Promise.all([
        asked(resolver.resolve4(name), (list) => list),
        asked(resolver.resolve6(name), (list) => list),
      ]);
      return found.flatMap((list) => list ?? []);
    },
  };
}

/** The records; none where the name has none; null when nobody answered. */
async function asked<Found>(
  question: Promise<Found>,
  toList: (found: Found) => string[],
): Promise<string[] | null> {
  try {
    return toList(await question);
  } catch (error) {
    return nothing.has((error as NodeJS.ErrnoException).code ?? "") ? [] : null;
  }
}
