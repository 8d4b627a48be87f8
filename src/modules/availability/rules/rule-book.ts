/** One line of a schedule as stored; what it names is its scope. */
export type RuleRow = {
  readonly kind: "weekly" | "monthly" | "override" | "holiday" | "time_off";
  readonly staffId: string | null;
  readonly locationId: string | null;
  readonly serviceId: string | null;
  readonly resourceId: string | null;
  /** Among rules of the same kind that speak about a date the higher one counts, then the more specific scope. */
  readonly priority: number;
  /** Weekly: in every so many weeks (1 to 8), counted from the week of `anchorDay` (days since 1970-01-01). */
  readonly everyWeeks: number;
  readonly anchorDay: number | null;
  /** Monthly: 1 to 5 for the first to fifth such weekday of a month, -1 for the last. */
  readonly nthOfMonth: number | null;
  /** ISO weekday; weekly and monthly rules only. */
  readonly weekday: number | null;
  /** Minutes from midnight; both null: the whole day is closed (weekly, override) or off (time off). */
  readonly startMinute: number | null;
  readonly endMinute: number | null;
  /** First and last local date (days since 1970-01-01). Recurring rules may have none, or only one of them. */
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  /** Of the stored rule; absent where it has not been loaded. */
  readonly id?: string;
};

/** What a rule is about: nothing named is the whole business. */
export type Scope = {
  readonly staffId?: string;
  readonly locationId?: string;
  readonly serviceId?: string;
  readonly resourceId?: string;
};

/** Rules by their scope. */
export type RuleBook = ReadonlyMap<string, readonly RuleRow[]>;

export function ruleBook(rows: readonly RuleRow[]): RuleBook {
  return Map.groupBy(rows, (row) => scopeKey(row));
}

/** The rules of exactly this scope. */
export function rulesOfScope(book: RuleBook, scope: Scope): readonly RuleRow[] {
  return book.get(scopeKey(scope)) ?? [];
}

/** The rules of exactly this scope and kind. */
export function rulesOf(book: RuleBook, scope: Scope, kind: RuleRow["kind"]): readonly RuleRow[] {
  return rulesOfScope(book, scope).filter((row) => row.kind === kind);
}

function scopeKey(scope: { [Key in keyof Scope]?: string | null }): string {
  const { staffId, locationId, serviceId, resourceId } = scope;
  return `${staffId ?? ""}/${locationId ?? ""}/${serviceId ?? ""}/${resourceId ?? ""}`;
}
