import { expect, it } from "vitest";
import { weekOf } from "./opening-week.ts";

it("turns hours as people write them into minutes of days, past midnight too", () => {
  expect(
    weekOf({
      monday: [
        { opens: "09:00", closes: "12:30" },
        { opens: "14:00", closes: "24:00" },
      ],
      friday: [{ opens: "22:00", closes: "02:00" }],
      sunday: [],
    }),
  ).toEqual([
    {
      weekday: 1,
      intervals: [
        { startMinute: 540, endMinute: 750 },
        { startMinute: 840, endMinute: 1440 },
      ],
    },
    { weekday: 5, intervals: [{ startMinute: 1320, endMinute: 1560 }] },
    { weekday: 7, intervals: [] },
  ]);
});
