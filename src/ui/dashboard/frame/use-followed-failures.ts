"use client";

import { useRouter } from "next/navigation";
import { leaveWhenSignedOut } from "#ui/dashboard/data/leave-when-signed-out.ts";
import { failureOf } from "#ui/dashboard/data/trpc.ts";

/**
 * What becomes of a refused call beyond its words: whoever was signed out is asked to sign in, and where what they may
 * do has changed meanwhile (F5), the frame is loaded anew, so that pages leave out what would be refused again.
 */
export function useFollowedFailures(): (error: unknown) => void {
  const router = useRouter();
  return (error) => {
    leaveWhenSignedOut(error);
    if (failureOf(error).reason === "forbidden") router.refresh();
  };
}
