import type { Inputs } from "#ui/dashboard/data/trpc.ts";

/** How the history is narrowed down; dates are of the business's zone. */
export type HistoryFilter = {
  /** `member:<id>` for one person, or a kind of actor. */
  who: { value: string; label: string } | null;
  kind: string | null;
  from: string | null;
  to: string | null;
};

type TrailInput = Inputs["audit"]["list"];

export function isNarrowed({ who, kind, from, to }: HistoryFilter): boolean {
  return [who, kind, from, to].some((part) => part !== null);
}

export function trailInput({ who, kind, from, to }: HistoryFilter): TrailInput {
  const [actorKind, actorId] = who?.value.split(":") ?? [];
  return {
    actorKind: actorKind as TrailInput["actorKind"],
    actorId,
    kind: kind ?? undefined,
    from: from ?? undefined,
    to: to ?? undefined,
  };
}

/** Where the same is found as a file. */
export function downloadAddress(filter: HistoryFilter): string {
  const given = Object.entries(trailInput(filter)).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query ? `/dashboard/history.csv?${query}` : "/dashboard/history.csv";
}
