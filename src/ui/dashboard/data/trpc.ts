"use client";

import { createTRPCReact, httpBatchLink, TRPCClientError } from "@trpc/react-query";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#delivery/trpc/app-router.ts";
import type { RefusalReason } from "#kernel/refusals.ts";
import { pageBusinessHeader } from "#modules/accounts/rules/page-business.ts";

export const trpc = createTRPCReact<AppRouter>();

export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

/** `businessId`: the business that the page shows, if it shows one. */
export function newTrpcClient(businessId: string | null) {
  const headers = businessId ? { [pageBusinessHeader]: businessId } : {};
  return trpc.createClient({ links: [httpBatchLink({ url: "/api/trpc", maxURLLength: 6000, headers })] });
}

/** What a failed call says: words for people, and what the form or the page may do about it. */
export type Failure = {
  message: string;
  reason: RefusalReason | null;
  details: Record<string, unknown>;
  /** Messages by field path. */
  fields: Record<string, string>;
  /** Signed out meanwhile. */
  signedOut: boolean;
  /** What was asked for is not there. */
  missing: boolean;
};

const unreachable = "The server cannot be reached. Check your connection and try again.";

/** Reads an error of a query or mutation; whatever is no answer of ours means that nobody answered. */
export function failureOf(error: unknown): Failure {
  const data = error instanceof TRPCClientError ? error.data : null;
  if (!data)
    return { message: unreachable, reason: null, details: {}, fields: {}, signedOut: false, missing: false };
  const { message } = error as Error;
  const details = data.details ?? {};
  const named = typeof details.field === "string" ? { [details.field]: message } : {};
  return {
    message,
    reason: data.reason ?? null,
    details,
    fields: data.fields ?? named,
    signedOut: data.code === "UNAUTHORIZED",
    missing: data.code === "NOT_FOUND",
  };
}
