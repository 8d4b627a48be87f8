import { describe, expect, it } from "vitest";
import { refusalOfKind } from "./file-words.ts";
import { recogniseFile } from "./recognise-file.ts";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
/** A container of one brand that is compatible with others; what follows its box is no brand. */
const box = (main: string, others: string, after = "") =>
  bytes(`\0\0\0${String.fromCharCode(16 + others.length)}ftyp${main}\0\0\0\0${others}${after}`);

describe("the kind of a file", () => {
  it.each([
    ["jpeg", bytes("\xff\xd8\xff\xe0\0\x10JFIF")],
    ["png", bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR")],
    ["webp", bytes("RIFF\x0a\n\0\0WEBPVP8X")],
    ["gif", bytes("GIF87a\x01\0")],
    ["gif", bytes("GIF89a\x01\0")],
    ["avif", box("avif", "mif1miaf")],
    ["avif", box("mif1", "miafavif")],
    ["heic", box("heic", "mif1miaf")],
    ["heic", box("mif1", "heic", "avif")],
    ["other", box("isom", "mp42")],
    ["svg", bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
    ["svg", bytes("\xef\xbb\xbf\n<?xml version='1.0'?><svg>")],
    ["svg", bytes("<!-- drawn by hand --><svg>")],
    ["svg", bytes("<!DOCTYPE svg PUBLIC>")],
    ["other", bytes("<!doctype html><svg>")],
    ["other", bytes("RIFF\0\0\0\0WAVEfmt ")],
    ["other", bytes("%PDF-1.7")],
    ["other", bytes("BM\0\0")],
    ["other", bytes("II*\0")],
    ["other", bytes("")],
  ])("is %s", (kind, file) => expect(recogniseFile(file)).toBe(kind));

  it("is what its beginning says, whatever comes later", () => {
    expect(recogniseFile(bytes(`not a picture ${"\x89PNG\r\n\x1a\n"}`))).toBe("other");
  });

  it("is accepted where every browser shows it, and otherwise refused with what to do", () => {
    for (const kind of ["jpeg", "png", "webp", "gif", "avif"] as const)
      expect(refusalOfKind(kind)).toBeNull();
    expect(refusalOfKind("svg")).toMatch(/save it as PNG/i);
    expect(refusalOfKind("heic")).toMatch(/save it as JPEG/i);
    expect(refusalOfKind("other")).toMatch(/choose a JPEG, PNG, WebP, AVIF or GIF/i);
  });
});
