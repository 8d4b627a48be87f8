import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openText, sealText } from "./sealed-text.ts";

const aKey = () => randomBytes(32).toString("base64");

describe("a sealed text", () => {
  const old = aKey();
  const current = aKey();

  it("is opened by its key, also after a newer one was put before it", () => {
    const sealed = sealText("hunter2 ü", [old]);
    expect(sealed).not.toContain("hunter2");
    expect(openText(sealed, [old])).toBe("hunter2 ü");
    expect(openText(sealed, [current, old])).toBe("hunter2 ü");
  });

  it("looks different each time", () => {
    expect(sealText("same", [old])).not.toBe(sealText("same", [old]));
  });

  it("is opened by no other key, nor after a change", () => {
    const sealed = sealText("hunter2", [old]);
    expect(() => openText(sealed, [current])).toThrow("not known");
    const last = sealed.at(-1) === "A" ? "B" : "A";
    expect(() => openText(`${sealed.slice(0, -8)}${last}${sealed.slice(-7)}`, [old])).toThrow();
  });

  it("cannot be made without a key", () => {
    expect(() => sealText("hunter2", [])).toThrow("no key");
  });
});
