import type { Right } from "#modules/accounts/rules/rights.ts";
import type { PicturePurpose } from "../schema.ts";

/** A file may have this many bytes: what a phone's camera makes, and less than Next keeps of a request (10 MiB). */
export const longestFileBytes = 10_000_000;

/** A file may have this many pixels: a small one can unfold into more than memory holds. */
export const mostPixels = 40_000_000;

/** All pictures of a business together may have this many bytes, as they are kept. */
export const mostBytesOfBusiness = 200_000_000;

/** Pixels of the longer side: photos fill a screen, services half of one; logos and portraits are small. */
export const longestSide: Readonly<Record<PicturePurpose, number>> = {
  logo: 512,
  photo: 1600,
  service: 1280,
  portrait: 512,
};

/** Whoever may change what shows the picture may upload it. */
export const rightFor: Readonly<Record<PicturePurpose, Right>> = {
  logo: "business.write",
  photo: "business.write",
  service: "catalog.write",
  portrait: "staff.write",
};
