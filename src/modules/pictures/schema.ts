import { z } from "zod";

/** What a picture is for: its size, and the right that it takes, follow from it. */
export const picturePurposes = ["logo", "photo", "service", "portrait"] as const;

export const PicturePurpose = z.enum(picturePurposes, "Say what the picture is for");
export type PicturePurpose = z.infer<typeof PicturePurpose>;

export type AddPictureInput = { purpose: PicturePurpose; file: Uint8Array };

export const AddedPicture = z.object({
  /** A path on each host of the business, and of the installation. */
  url: z.string(),
  /** In pixels. */
  width: z.number(),
  height: z.number(),
});
export type AddedPicture = z.infer<typeof AddedPicture>;

export type ReadPictureInput = { id: string };
export type ReadPictureOutput = { bytes: Uint8Array; mediaType: string };
