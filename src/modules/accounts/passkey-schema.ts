import { z } from "zod";

const bytes = z
  .string()
  .max(20_000)
  .regex(/^[\w-]+$/);
/** Nothing of it is asked for, so nothing of it is looked at. */
const extensions = z
  .unknown()
  .optional()
  .transform(() => ({}));

/** What a browser answers with that has made a passkey. */
const Registration = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal("public-key"),
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});

/** What a browser answers with that has used one. */
export const PasskeyAnswer = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal("public-key"),
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
});
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

export const AddPasskeyInput = z.object({
  ceremony: z.string().max(100),
  name: z.string().trim().min(1, "Give it a name").max(60, "Use at most 60 characters"),
  response: Registration,
});
export type AddPasskeyInput = z.infer<typeof AddPasskeyInput>;
