import "#ui/accounts/accounts.css";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentSecondStep } from "#delivery/sign-in/current-second-step.ts";
import { PlainFrame } from "#ui/accounts/plain-frame.tsx";
import { SecondStepForm } from "#ui/accounts/second-step-form.tsx";
import { secondStepProblemInWords } from "#ui/accounts/second-step-problem.ts";

export const metadata: Metadata = { title: "Second step", robots: { index: false } };

type Query = Record<"problem" | "wait", string | undefined>;

export default async function VerifyPage({ searchParams }: { searchParams: Promise<Query> }) {
  const step = await currentSecondStep();
  if (!step) redirect("/sign-in?problem=expired");
  return (
    <PlainFrame>
      <SecondStepForm step={step} problem={secondStepProblemInWords(await searchParams)} />
    </PlainFrame>
  );
}
