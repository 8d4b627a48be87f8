/** A picture as it is kept and shown. */
export type EncodedPicture = { bytes: Uint8Array; width: number; height: number };

/** Why a file became no picture: it has more pixels than are accepted, or is damaged. */
export type EncodingProblem = "tooManyPixels" | "unreadable";

export type EncodingLimits = {
  /** Pixels of the longer side; smaller pictures stay as they are. */
  longestSide: number;
  /** Pixels of the file. */
  mostPixels: number;
};

/** Makes a WebP picture of an uploaded file: upright, its first frame, and nothing that the file said besides. */
export type PictureEncoder = {
  encode(file: Uint8Array, limits: EncodingLimits): Promise<EncodedPicture | EncodingProblem>;
};
