import { describe, expect, it } from "vitest";
import { isPictureAddress, isTyped } from "./picture-address.ts";

describe("a picture's address in a form", () => {
  it.each([
    ["https://pictures.example/a.png", true, true],
    ["/pictures/salon/6f1c.webp", true, false],
    ["https:/", false, true],
    ["http://pictures.example/a.png", false, true],
    ["//elsewhere.example/a.png", false, false],
    ["/", false, false],
    ["https://pictures.example/a b.png", false, true],
    ["", false, false],
  ])("%s is shown: %s, was typed: %s", (address, shown, typed) => {
    expect([isPictureAddress(address), isTyped(address)]).toEqual([shown, typed]);
  });
});
