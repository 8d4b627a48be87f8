import { describe, expect, it } from "vitest";
import { listCountries, listHolidays, listRegions, publicHolidays } from "./public-holidays.ts";

const dates = (holidays: readonly { date: string }[]) => holidays.map(({ date }) => date);

describe("public holidays", () => {
  it("are those of the country and, where one is named, of its region", async () => {
    const germany = dates(await publicHolidays({ country: "DE", region: null }, [2026]));
    const berlin = dates(await publicHolidays({ country: "DE", region: "BE" }, [2026]));
    expect(germany).toContain("2026-04-03");
    expect(germany).not.toContain("2026-03-08");
    expect(berlin).toContain("2026-03-08");
  });

  it("come with their substitute days, under the rule of the day itself", async () => {
    const days = await publicHolidays({ country: "US", region: null }, [2026]);
    const independence = days.filter(({ rule }) => rule.startsWith("07-04"));
    expect(dates(independence)).toEqual(["2026-07-03", "2026-07-04"]);
    expect(new Set(independence.map(({ rule }) => rule)).size).toBe(1);
    const scotland = dates(await publicHolidays({ country: "GB", region: "SCT" }, [2026]));
    expect(scotland.slice(-3)).toEqual(["2026-12-25", "2026-12-26", "2026-12-28"]);
  });

  it("belong to the year they are kept in", async () => {
    // New Year's Day of 2028 is a Saturday.
    expect(
      dates(await publicHolidays({ country: "US", region: null }, [2027, 2028])).filter((date) =>
        /12-31|01-01/.test(date),
      ),
    ).toEqual(["2027-01-01", "2027-12-31", "2028-01-01"]);
  });

  it("have a line for each of their dates, also where clocks change meanwhile", async () => {
    const feast = (await publicHolidays({ country: "EG", region: null }, [2026])).filter(({ rule }) =>
      rule.startsWith("1 Shawwal"),
    );
    expect(dates(feast)).toEqual(["2026-03-20", "2026-03-21", "2026-03-22"]);
    for (const year of [2026, 2027, 2028, 2029]) {
      const days = dates(await publicHolidays({ country: "DE", region: null }, [year]));
      expect(new Set(days).size).toBe(days.length);
    }
  });

  it("are named in the language that is asked for", async () => {
    const place = { country: "DE", region: null };
    expect((await listHolidays(place, 2026, "en"))[0]?.name).toBe("New Year's Day");
    expect((await listHolidays(place, 2026, "de"))[0]?.name).toBe("Neujahr");
  });

  it("are none where the data know nothing", async () => {
    expect(await publicHolidays({ country: "ZZ", region: null }, [2026])).toEqual([]);
    expect(await listRegions("ZZ")).toEqual([]);
  });
});

describe("what a calendar can be chosen from", () => {
  it("are countries and their regions, by name", async () => {
    const countries = await listCountries();
    expect(countries).toContainEqual({ code: "DE", name: "Germany" });
    expect(countries.map(({ name }) => name)).toEqual(
      countries.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, "en")),
    );
    expect(await listRegions("DE")).toContainEqual({ code: "BE", name: "Berlin" });
    expect((await listRegions("US"))[0]).toEqual({ code: "AL", name: "Alabama" });
  });
});
