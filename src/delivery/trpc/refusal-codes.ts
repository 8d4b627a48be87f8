import { TRPCError } from "@trpc/server";
import type { RefusalReason } from "#kernel/refusals.ts";
import type { Refused } from "#kernel/result.ts";

type Code = TRPCError["code"];

/** The transport's code for each reason; a reason that is missing here does not compile. */
export const codeOfReason: Readonly<Record<RefusalReason, Code>> = {
  invalid: "BAD_REQUEST",
  notFound: "NOT_FOUND",
  slotTaken: "CONFLICT",
  notOffered: "UNPROCESSABLE_CONTENT",
  holdExpired: "CONFLICT",
  tooLate: "PRECONDITION_FAILED",
  wrongState: "PRECONDITION_FAILED",
  forbidden: "FORBIDDEN",
  rateLimited: "TOO_MANY_REQUESTS",
  inUse: "CONFLICT",
  keyReused: "UNPROCESSABLE_CONTENT",
  planLimit: "PAYMENT_REQUIRED",
  unavailable: "BAD_GATEWAY",
};

/** A verb's refusal on its way out: the sentence stays as the verb wrote it. */
export class RefusalError extends TRPCError {
  readonly refusal: Refused;

  constructor(refusal: Refused) {
    super({ code: codeOfReason[refusal.reason], message: refusal.message });
    this.refusal = refusal;
  }
}
