import { tooLongWords } from "#modules/pictures/rules/file-words.ts";
import { longestFileBytes } from "#modules/pictures/rules/picture-limits.ts";
import type { AddedPicture, PicturePurpose } from "#modules/pictures/schema.ts";
import { failureOf } from "#ui/dashboard/data/trpc.ts";

export type Sending = {
  purpose: PicturePurpose;
  signal: AbortSignal;
  /** From 0 to 1, as the file leaves. */
  onProgress: (share: number) => void;
};

/**
 * Uploads a file and answers where the picture is; throws an error in words for whoever chose it. Not `fetch`, which
 * cannot say how much has left.
 */
export function sendPicture(file: File, { purpose, signal, onProgress }: Sending): Promise<string> {
  if (file.size > longestFileBytes) return Promise.reject(new Error(tooLongWords));
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/pictures?for=${purpose}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = request.response as Partial<AddedPicture & { message: string }> | null;
      if (request.status === 201 && answer?.url) resolve(answer.url);
      else reject(new Error(answer?.message ?? wordsFor(request.status)));
    };
    request.onerror = () => reject(new Error(unreachable()));
    request.onabort = () => reject(new Error("The upload was stopped."));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

/** An answer that is not ours: what stands in front of us may allow less than we do. */
function wordsFor(status: number): string {
  return status === 413 ? "This file is too large for the server. Choose a smaller one." : unreachable();
}

function unreachable(): string {
  return failureOf(null).message;
}
