"use client";

import { useState } from "react";
import { tell, tellRefusal } from "#ui/dashboard/data/notices.tsx";
import { type Outputs, trpc } from "#ui/dashboard/data/trpc.ts";
import type { Proof } from "./use-proof.tsx";

export type Factors = Outputs["secondFactors"]["read"];
export type TotpSetUp = Outputs["secondFactors"]["beginTotp"];

/** What can be done to one's second step, and what has to be shown once it was done. Each refuses by throwing. */
export function useSecondStep() {
  const utils = trpc.useUtils();
  const settled = { onSuccess: () => void utils.secondFactors.invalidate() };
  const beginTotp = trpc.secondFactors.beginTotp.useMutation();
  const removeTotp = trpc.secondFactors.removeTotp.useMutation(settled);
  const beginPasskey = trpc.secondFactors.beginPasskey.useMutation();
  const addPasskey = trpc.secondFactors.addPasskey.useMutation(settled);
  const removePasskey = trpc.secondFactors.removePasskey.useMutation(settled);
  const renew = trpc.secondFactors.renewRecoveryCodes.useMutation(settled);
  const [totp, setTotp] = useState<TotpSetUp | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  return {
    totp,
    codes,
    showCodes: setCodes,
    closeTotp: () => setTotp(null),
    beginTotp: async (proof: Proof) => setTotp(await beginTotp.mutateAsync(proof)),
    removeTotp: async (proof: Proof) => {
      await removeTotp.mutateAsync(proof);
      tell("Authenticator app removed");
    },
    removePasskey: async (passkey: Proof & { id: string }) => {
      await removePasskey.mutateAsync(passkey);
      tell("Passkey removed");
    },
    renewCodes: async (proof: Proof) => setCodes((await renew.mutateAsync(proof)).recoveryCodes),
    makePasskey: async (name: string, proof: Proof) => {
      const { ceremony, options } = await beginPasskey.mutateAsync(proof);
      const { startRegistration } = await import("@simplewebauthn/browser");
      const response = await startRegistration({ optionsJSON: options }).catch(() => null);
      if (!response)
        return tellRefusal("The browser made no passkey, or has one already.", "No passkey added");
      const { recoveryCodes } = await addPasskey.mutateAsync({ ceremony, name, response });
      tell("Passkey added");
      setCodes(recoveryCodes);
    },
  };
}
