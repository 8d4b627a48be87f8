import { describe, expect, it } from "vitest";
import {
  addressLines,
  customerTimes,
  mapHref,
  policySentence,
  shortTime,
  type VisitTime,
} from "./visit-words.ts";

const visit: VisitTime = {
  startsAt: "2026-03-03T19:30:00Z",
  timeZone: "America/New_York",
  customerTimeZone: "Europe/Berlin",
  locale: "en-GB",
};

describe("the time of a visit in words", () => {
  it("comes in the customer's zone first and in the place's too where clocks differ", () => {
    expect(customerTimes(visit)).toEqual([
      "Tue 3 March, 20:30 (Berlin time)",
      "Tue 3 March, 14:30 (New York time)",
    ]);
  });

  it("comes once where clocks agree, whatever the zone is called", () => {
    expect(customerTimes({ ...visit, customerTimeZone: "America/Toronto" })).toEqual([
      "Tue 3 March, 14:30 (New York time)",
    ]);
    expect(customerTimes({ ...visit, customerTimeZone: null })).toHaveLength(1);
  });

  it("is short in a subject", () => {
    expect(shortTime(visit)).toBe("Tue 3 March, 20:30");
  });
});

describe("the policy sentence", () => {
  const dayBefore = Date.parse("2026-03-02T19:30:00Z");

  it("says until when, a day before the start", () => {
    expect(policySentence(visit, 1440, dayBefore - 60_000)).toBe(
      "Free to cancel or reschedule until Mon 2 March, 20:30 (Berlin time).",
    );
  });

  it("says so when the deadline has passed", () => {
    expect(policySentence(visit, 1440, dayBefore)).toContain("too late");
  });
});

describe("the address", () => {
  const address = {
    addressLine1: "12 Orchard Street",
    addressLine2: null,
    postalCode: "10002",
    city: "New York",
    region: "NY",
    country: "US",
  };

  it("is written as its country writes it", () => {
    expect(addressLines(address)).toEqual(["12 Orchard Street", "New York, NY 10002"]);
    const berlin = { ...address, postalCode: "10117", city: "Berlin", region: "Berlin", country: "DE" };
    expect(addressLines(berlin)).toEqual(["12 Orchard Street", "10117 Berlin"]);
  });

  it("leaves out what is not known", () => {
    expect(addressLines({ ...address, postalCode: null, region: null, addressLine1: null })).toEqual([
      "New York",
    ]);
    expect(addressLines({ ...address, country: null, city: null, postalCode: null })).toEqual([
      "12 Orchard Street",
    ]);
  });

  it("becomes a map link, unless there is none", () => {
    expect(mapHref("Maison & Vert", ["12 Orchard Street"])).toContain(
      "query=Maison%20%26%20Vert%2C%2012%20Orchard",
    );
    expect(mapHref("Maison Vert", [])).toBeNull();
  });
});
