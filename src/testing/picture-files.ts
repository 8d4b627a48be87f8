import sharp from "sharp";

type Shape = { width?: number; height?: number; format?: "jpeg" | "png" | "webp" | "gif" | "avif" | "tiff" };

/** A picture file of one colour with a half of it transparent where the format can; `shade` makes files differ. */
export function aPictureFile(
  { width = 40, height = 20, format = "png" }: Shape = {},
  shade = 0,
): Promise<Buffer> {
  const background = { r: shade % 256, g: (shade >> 8) % 256, b: 200, alpha: 0.5 };
  return sharp({ create: { width, height, channels: 4, background } })
    .toFormat(format)
    .toBuffer();
}

/** A photo as a phone makes it: lying, with a note that it is to be turned, and where and by what it was taken. */
export function aPhonePhoto(): Promise<Buffer> {
  return sharp({ create: { width: 2000, height: 1000, channels: 3, background: "#336699" } })
    .withExif({ IFD0: { Make: "Phone maker", Artist: "Ana Silva" }, IFD3: { GPSLatitude: "52/1 31/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}
