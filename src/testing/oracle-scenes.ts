import fc from "fast-check";
import type { Minutes } from "./business-oracle-calendar.ts";
import { clockChanges } from "./slot-oracle.ts";

/** Where and when random cases play: most often near a change of the clocks that has broken programs before. */

/** A zone and a moment (epoch minutes, on a multiple of five). */
export type Scene = { zone: string; at: Minutes };

/** Zones with the years of their worst changes, first and last. */
const nastyZones: [zone: string, first: number, last: number][] = [
  ["Australia/Lord_Howe", 2024, 2026], // half an hour
  ["Pacific/Chatham", 2024, 2026], // at 02:45
  ["Antarctica/Troll", 2024, 2026], // two hours
  ["Pacific/Apia", 2010, 2012], // no 30 December 2011
  ["Pacific/Kwajalein", 1993, 1993], // no 21 August
  ["Pacific/Fakaofo", 2011, 2011],
  ["Africa/Cairo", 2023, 2026], // at midnight
  ["Asia/Beirut", 2023, 2026],
  ["America/Havana", 2024, 2026],
  ["America/Santiago", 2022, 2026],
  ["America/Sao_Paulo", 2017, 2019],
  ["America/Asuncion", 2023, 2025],
  ["Asia/Tehran", 2021, 2022],
  ["Asia/Amman", 2021, 2022],
  ["Asia/Gaza", 2024, 2026],
  ["America/Nuuk", 2023, 2025], // across midnight
  ["America/Scoresbysund", 2023, 2025],
  ["Europe/Dublin", 2025, 2027],
  ["Africa/Casablanca", 2024, 2028], // around Ramadan
  ["Africa/El_Aaiun", 2024, 2026],
  ["America/New_York", 2026, 2027],
  ["America/St_Johns", 2024, 2026],
  ["Europe/Berlin", 2026, 2028],
  ["Atlantic/Azores", 2025, 2027],
  ["Asia/Kathmandu", 2026, 2026],
  ["Pacific/Kiritimati", 1994, 1995], // no 1 January 1995
  ["Europe/Volgograd", 2018, 2020],
  ["America/Caracas", 2016, 2016],
  ["Asia/Pyongyang", 2015, 2018],
  ["Antarctica/Casey", 2020, 2024],
];
const allZones = Intl.supportedValuesOf("timeZone");
/** For zones that do not change, and for plain days: about 29 February, the turn of a year, a day in summer. */
const plainMoments = ["2028-02-28T12:00:00Z", "2026-12-31T00:00:00Z", "2027-07-14T07:30:00Z"].map(
  (text) => Date.parse(text) / 60_000,
);
const changesKnown = new Map<string, Minutes[]>();

function changesOf(zone: string, first: number, last: number): Minutes[] {
  const known = changesKnown.get(zone);
  if (known) return known;
  // The oracle looks at clocks once in a quarter of an hour.
  const changes = clockChanges(zone, { first, last }).filter((change) => change % 15 === 0);
  changesKnown.set(zone, changes);
  return changes;
}

/** Moments at most `reach` minutes from a change (most of them), in the nasty zones (most of them). */
export function scenes(reach: Minutes): fc.Arbitrary<Scene> {
  const steps = Math.floor(reach / 5);
  return fc
    .record({
      nasty: fc.integer({ min: 0, max: 3 }),
      zone: fc.nat({ max: nastyZones.length * allZones.length - 1 }),
      change: fc.nat({ max: 59 }),
      plain: fc.integer({ min: 0, max: 7 }),
      steps: fc.integer({ min: -steps, max: steps }),
    })
    .map(({ nasty, zone, change, plain, steps }) => {
      const found = nastyZones[zone % nastyZones.length] as (typeof nastyZones)[number];
      const [name, first, last] =
        nasty > 0 ? found : [allZones[zone % allZones.length] as string, 2024, 2027];
      const changes = changesOf(name, first, last);
      const base = plain === 7 || changes.length === 0 ? plainMoments : changes;
      return { zone: name, at: (base[change % base.length] as number) + steps * 5 };
    });
}
