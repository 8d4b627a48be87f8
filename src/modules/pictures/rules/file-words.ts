import type { EncodingProblem } from "../ports.ts";
import { longestFileBytes, mostBytesOfBusiness, mostPixels } from "./picture-limits.ts";
import type { FileKind } from "./recognise-file.ts";

const million = 1_000_000;

export const tooLongWords = `This file is too large: a picture may have up to ${longestFileBytes / million} MB. Choose a smaller one.`;

export const noRoomWords = `Your pictures together would have more than ${mostBytesOfBusiness / million} MB. Take out some that you no longer need; their room is free after a day or two.`;

/** What is wrong with a file that was read, in the words of whoever chose it. */
export const problemWords: Readonly<Record<EncodingProblem, string>> = {
  tooManyPixels: `This picture has more than ${mostPixels / million} million pixels. Make it smaller and choose it again.`,
  unreadable: "This picture cannot be read: the file seems to be damaged. Choose another one.",
};

const otherKind = "This is no picture that can be shown. Choose a JPEG, PNG, WebP, AVIF or GIF file.";

/** Why a kind of file is not accepted; null for those that are. */
export function refusalOfKind(kind: FileKind): string | null {
  if (kind === "svg") return "SVG drawings are not accepted: they can hold programs. Save it as PNG.";
  if (kind === "heic") return "HEIC pictures cannot be shown by every browser. Save it as JPEG.";
  return kind === "other" ? otherKind : null;
}
