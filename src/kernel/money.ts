/**
 * A price in words for `locale`: `formatMoney(4500, "USD", "en-US")` is "$45", cents appear only when there are any.
 * `minor` is in the currency's smallest unit (cents for USD, whole yen for JPY).
 */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const amount = minor / 10 ** digits;
  if (!Number.isInteger(amount)) return format.format(amount);
  return new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 }).format(
    amount,
  );
}
