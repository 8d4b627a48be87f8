import { describe, expect, it } from "vitest";
import { withZone } from "./page-model.ts";

const times = "https://shop.example/book?service=haircut";
const abroad = { own: "Europe/Berlin", business: "America/New_York" };

describe("the browser's zone in addresses", () => {
  it("is added to a time page that names none", () => {
    expect(withZone(times, abroad)).toBe(`${times}&tz=Europe%2FBerlin`);
  });

  it("is left out where it is the business's own, unknown, or chosen already", () => {
    expect(withZone(times, { own: "America/New_York", business: "America/New_York" })).toBe(times);
    expect(withZone(times, { own: undefined, business: "America/New_York" })).toBe(times);
    expect(withZone(`${times}&tz=Asia%2FTokyo`, abroad)).toBe(`${times}&tz=Asia%2FTokyo`);
  });

  it("is added to no other page", () => {
    for (const other of [
      "https://shop.example/",
      "https://shop.example/manage/abc",
      "https://shop.example/book",
    ]) {
      expect(withZone(other, abroad)).toBe(other);
    }
  });
});
