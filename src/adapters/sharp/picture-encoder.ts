import sharp, { type Sharp } from "sharp";
import type {
  EncodedPicture,
  EncodingLimits,
  EncodingProblem,
  PictureEncoder,
} from "#modules/pictures/ports.ts";

/** What is accepted, as it says of itself once it is open. */
const formats: ReadonlySet<string> = new Set(["jpeg", "png", "webp", "heif", "gif"]);

/**
 * Readers of pictures in memory; no other is ever tried, in the whole process. That of drawings is not for uploads, which
 * `formats` keeps out: Next draws the picture for shared links with it.
 */
const readers = ["Jpeg", "Png", "Webp", "Heif", "Nsgif", "Svg"].map((name) => `VipsForeignLoad${name}Buffer`);

/** Seconds after which a picture counts as damaged. */
const patience = 20;

/** How it says that a file has too many pixels, before it reads them; whatever else is wrong means damaged. */
const pixelLimit = /pixel limit/i;

let before: Promise<unknown> = Promise.resolve();

/** Encodes one picture at a time: forty million pixels take a hundred megabytes, and people wait for this process. */
export function sharpEncoder(): PictureEncoder {
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: readers });
  sharp.cache(false);
  return {
    encode(file, limits) {
      const encoded = before.then(() => encode(file, limits));
      before = encoded.catch(() => {});
      return encoded;
    },
  };
}

async function encode(file: Uint8Array, limits: EncodingLimits): Promise<EncodedPicture | EncodingProblem> {
  try {
    const { format } = await opened(file, limits).metadata();
    if (!formats.has(format ?? "")) return "unreadable";
    const { data, info } = await resized(file, limits).toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch (error) {
    return pixelLimit.test((error as Error).message) ? "tooManyPixels" : "unreadable";
  }
}

/** Its first frame, upright, in the colours of the web; nothing else that the file says is written. */
function resized(file: Uint8Array, limits: EncodingLimits): Sharp {
  const { longestSide } = limits;
  return opened(file, limits)
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .webp({ quality: 85, alphaQuality: 100, smartSubsample: true })
    .timeout({ seconds: patience });
}

function opened(file: Uint8Array, { mostPixels }: EncodingLimits): Sharp {
  return sharp(file, { limitInputPixels: mostPixels, failOn: "error", sequentialRead: true });
}
