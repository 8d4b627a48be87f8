import { cookies } from "next/headers";
import { withPlatform } from "#database/tenant-context.ts";
import { readSecondStep, type SecondStep } from "#modules/accounts/read-second-step.ts";
import { challengeCookie } from "./visitor.ts";

/** What the sign-in that waits in this browser can be answered with; null when none is waiting. */
export async function currentSecondStep(): Promise<SecondStep | null> {
  const challengeToken = (await cookies()).get(challengeCookie)?.value;
  return challengeToken ? withPlatform((ctx) => readSecondStep(ctx, { challengeToken })) : null;
}
