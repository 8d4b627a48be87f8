/** One line of a schedule as stored; what it names is its scope. */
export type RuleRow = {
  readonly kind: "weekly" | "override" | "time_off";
  readonly staffId: string | null;
  readonly locationId: string | null;
  readonly serviceId: string | null;
  /** ISO weekday; weekly rules only. */
  readonly weekday: number | null;
  /** Minutes from midnight; both null: the whole day is closed (weekly, override) or off (time off). */
  readonly startMinute: number | null;
  readonly endMinute: number | null;
  /** First and last local date (days since 1970-01-01); overrides and time off only. */
  readonly firstDay: number | null;
  readonly lastDay: number | null;
};

/** What a rule is about: nothing named is the whole business. */
export type Scope = { readonly staffId?: string; readonly locationId?: string; readonly serviceId?: string };

/** Rules by their scope. */
export type RuleBook = ReadonlyMap<string, readonly RuleRow[]>;

export function ruleBook(rows: readonly RuleRow[]): RuleBook {
  return Map.groupBy(rows, (row) => scopeKey(row.staffId, row.locationId, row.serviceId));
}

/** The rules of exactly this scope and kind. */
export function rulesOf(book: RuleBook, scope: Scope, kind: RuleRow["kind"]): readonly RuleRow[] {
  const rows = book.get(scopeKey(scope.staffId, scope.locationId, scope.serviceId)) ?? [];
  return rows.filter((row) => row.kind === kind);
}

function scopeKey(staffId?: string | null, locationId?: string | null, serviceId?: string | null): string {
  return `${staffId ?? ""}/${locationId ?? ""}/${serviceId ?? ""}`;
}
