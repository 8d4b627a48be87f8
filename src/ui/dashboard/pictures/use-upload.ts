"use client";

import { useEffect, useRef, useState } from "react";
import type { PicturePurpose } from "#modules/pictures/schema.ts";
import { sendPicture } from "./send-picture.ts";

export type Upload = {
  /** From 0 to 1 while files are on their way. */
  progress: number | null;
  /** Why the last one did not arrive, in words. */
  problem: string | null;
  /** Something arrived since the form was opened. */
  arrived: boolean;
  start: (files: readonly File[]) => void;
  stop: () => void;
};

/** Uploads files one after the other and tells the address of each; leaving the page stops what is on its way. */
export function useUpload(purpose: PicturePurpose, onArrival: (url: string) => void): Upload {
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [arrived, setArrived] = useState(false);
  const running = useRef<AbortController>(undefined);
  const tell = useRef(onArrival);
  useEffect(() => {
    // The form may have changed while the file was on its way.
    tell.current = onArrival;
  });
  useEffect(() => () => running.current?.abort(), []);

  const sendAll = async (files: readonly File[], signal: AbortSignal) => {
    for (const [index, file] of files.entries()) {
      const onProgress = (share: number) => setProgress((index + share) / files.length);
      onProgress(0);
      tell.current(await sendPicture(file, { purpose, signal, onProgress }));
      setArrived(true);
    }
  };
  const start = (files: readonly File[]) => {
    if (files.length === 0) return;
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setProblem(null);
    setArrived(false);
    sendAll(files, controller.signal)
      .catch((error: Error) => controller.signal.aborted || setProblem(error.message))
      .finally(() => running.current === controller && setProgress(null));
  };
  return { progress, problem, arrived, start, stop: () => running.current?.abort() };
}
