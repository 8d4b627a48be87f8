/**
 * How many units of a currency buy what one unit of a dollar-sized one does, roughly: enough for a suggestion that
 * looks like a price and not like a mistake. Currencies that are not here count as dollar-sized.
 */
const unitsForOne: Readonly<Record<string, number>> = {
  ...{ AED: 4, SAR: 4, QAR: 4, ILS: 4, PLN: 4, RON: 5, BRL: 5, MYR: 4, CNY: 7, DKK: 7, SEK: 10, NOK: 10 },
  ...{ HKD: 8, ZAR: 15, MXN: 15, CZK: 20, TRY: 30, THB: 30, TWD: 30, UAH: 40, PHP: 50, INR: 50, EGP: 50 },
  ...{ RUB: 80, KES: 100, ISK: 130, JPY: 130, HUF: 300, CLP: 900, ARS: 1000, KRW: 1200, NGN: 1500 },
  ...{ COP: 4000, IDR: 15_000, VND: 25_000 },
};

/** The smallest unit of the currency, times this, is one of it: 100 for USD, 1 for JPY. */
function minorUnits(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
}

/** A template's price as a round amount of `currency`, in its smallest unit: 45 is 45.00 USD, 6000 JPY, 14 000 HUF. */
export function priceInCurrency(price: number, currency: string): number {
  const units = price * (unitsForOne[currency] ?? 1);
  return round(units) * minorUnits(currency);
}

/** To two figures that count, and to a multiple of five where there are more than one. */
function round(units: number): number {
  if (units < 200) return Math.round(units);
  const step = 10 ** (Math.floor(Math.log10(units)) - 1) * 5;
  return Math.round(units / step) * step;
}
