import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { aPhonePhoto, aPictureFile } from "#testing/picture-files.ts";
import { sharpEncoder } from "./picture-encoder.ts";

const limits = { longestSide: 1600, mostPixels: 40_000_000 };
const encoder = sharpEncoder();

async function encoded(file: Uint8Array, longestSide = limits.longestSide) {
  const picture = await encoder.encode(file, { ...limits, longestSide });
  if (typeof picture === "string") throw new Error(picture);
  return { ...picture, facts: await sharp(picture.bytes).metadata() };
}

describe("the picture encoder", () => {
  it.each(["jpeg", "png", "webp", "gif", "avif"] as const)("makes WebP of %s", async (format) => {
    const { facts, width, height } = await encoded(await aPictureFile({ format }));
    expect(facts).toMatchObject({ format: "webp", width: 40, height: 20 });
    expect([width, height]).toEqual([40, 20]);
  });

  it("turns a photo upright, makes it smaller and keeps nothing of what the camera wrote", async () => {
    const photo = await aPhonePhoto();
    expect((await sharp(photo).metadata()).exif?.toString("latin1")).toContain("Ana Silva");
    const { facts, bytes } = await encoded(photo);
    expect(facts).toMatchObject({ width: 800, height: 1600 });
    expect([facts.exif, facts.xmp, facts.iptc, facts.orientation]).toEqual(Array(4).fill(undefined));
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("Ana Silva");
  });

  it("keeps what is transparent, and the size of what is small", async () => {
    const { facts, bytes } = await encoded(await aPictureFile({ format: "png" }), 512);
    expect(facts).toMatchObject({ hasAlpha: true, width: 40 });
    const { data } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(data[3]).toBeGreaterThan(100);
    expect(data[3]).toBeLessThan(160);
  });

  it("takes the first frame of what moves", async () => {
    const frames = Buffer.concat([Buffer.alloc(30, 0), Buffer.alloc(30, 255)]);
    const moving = await sharp(frames, { raw: { width: 10, height: 2, channels: 3, pageHeight: 1 } })
      .gif()
      .toBuffer();
    const { facts, width, height } = await encoded(moving);
    expect(facts.pages ?? 1).toBe(1);
    expect([width, height]).toEqual([10, 1]);
  });

  it("refuses more pixels than are allowed", async () => {
    const file = await aPictureFile({ width: 400, height: 300 });
    expect(await encoder.encode(file, { ...limits, mostPixels: 119_999 })).toBe("tooManyPixels");
    expect(await encoder.encode(file, { ...limits, mostPixels: 120_000 })).toMatchObject({ width: 400 });
  });

  it("says of what is damaged, or of another kind, that it cannot be read", async () => {
    const whole = await sharp(Buffer.from(Array.from({ length: 30_000 }, (_, at) => (at * 7919) % 251)), {
      raw: { width: 100, height: 100, channels: 3 },
    })
      .png()
      .toBuffer();
    expect(await encoder.encode(whole.subarray(0, whole.length / 2), limits)).toBe("unreadable");
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    expect(await encoder.encode(drawing, limits)).toBe("unreadable");
    expect(await encoder.encode(await aPictureFile({ format: "tiff" }), limits)).toBe("unreadable");
    expect(await encoder.encode(new Uint8Array(), limits)).toBe("unreadable");
  });

  it("leaves the pictures that we draw ourselves to be drawn, in the same process", async () => {
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    expect(await sharp(drawing).png().metadata()).toMatchObject({ format: "svg", width: 9 });
    expect((await sharp(drawing).png().toBuffer()).length).toBeGreaterThan(50);
  });

  it("goes on after a file that was refused", async () => {
    const files = [Buffer.from("none"), await aPictureFile()];
    const answers = await Promise.all(files.map((file) => encoder.encode(file, limits)));
    expect(answers).toEqual(["unreadable", expect.objectContaining({ width: 40, height: 20 })]);
  });
});
