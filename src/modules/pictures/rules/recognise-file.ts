/** What a file is by its first bytes; its name and what its sender says of it do not count. */
export type FileKind = "jpeg" | "png" | "webp" | "gif" | "avif" | "heic" | "svg" | "other";

/** Marks at the beginning of a file. */
const marks: readonly (readonly [kind: FileKind, pattern: RegExp])[] = [
  ["jpeg", /^\xff\xd8\xff/],
  ["png", /^\x89PNG\r\n/],
  ["webp", /^RIFF.{4}WEBP/s],
  ["gif", /^GIF8[79]a/],
];

/** The ISO media container, which AVIF and the pictures of iPhones share: what is in it, its brands say. */
const container = /^.{4}ftyp/s;
const avifBrand = /^avi[fs]$/;
const heicBrand = /^(hei[cxms]|hev[cx]|mif1|msf1)$/;

/** A drawing in markup: after a byte order mark, white space, a declaration or comments. */
const drawing = /^(\xef\xbb\xbf)?\s*(<\?xml|<!--|<!doctype\s+svg|<svg)/i;

/** The kind of a picture file. What the marks say is only where to look: reading it decides. */
export function recogniseFile(file: Uint8Array): FileKind {
  const head = Buffer.from(file.subarray(0, 256)).toString("latin1");
  const marked = marks.find(([, pattern]) => pattern.test(head));
  if (marked) return marked[0];
  if (container.test(head)) return kindOfContainer(head);
  return drawing.test(head) ? "svg" : "other";
}

/** The main brand, then those that it is compatible with, up to the length that the box says of itself. */
function kindOfContainer(head: string): FileKind {
  const length = Buffer.from(head.slice(0, 4), "latin1").readUInt32BE(0);
  const brands = [head.slice(8, 12), ...(head.slice(16, length).match(/.{4}/gs) ?? [])];
  if (brands.some((brand) => avifBrand.test(brand))) return "avif";
  return brands.some((brand) => heicBrand.test(brand)) ? "heic" : "other";
}
