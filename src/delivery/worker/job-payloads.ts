import { z } from "zod";
import { type TenantId, tenantIdFrom } from "#kernel/ids.ts";
import { LinkPurpose, LoginChange } from "#modules/accounts/schema.ts";

const tenantId = z.uuid().transform((id): TenantId => tenantIdFrom(id));

/** What each job carries: ids only, but for the address of a login link, which names no business. */
export const jobPayloads = {
  "dispatch-event": z.object({ tenantId, eventId: z.uuid() }),
  "send-notification": z.object({ tenantId, notificationId: z.uuid() }),
  "send-login-link": z.object({ email: z.email(), purpose: LinkPurpose.default("sign_in") }),
  "send-login-notice": z.object({ userId: z.uuid(), change: LoginChange }),
  "send-invitation": z.object({ tenantId, invitationId: z.uuid() }),
  "handle-billing-event": z.object({
    provider: z.string(),
    eventId: z.string(),
    customerId: z.string().nullable(),
  }),
  "check-billing": z.object({ tenantId }),
  "check-domain": z.object({ tenantId, domainId: z.uuid() }),
  "remove-certificate": z.object({ certificateId: z.string() }),
  "clean-up": z.object({ tenantId }),
  "clean-up-pictures": z.object({ tenantId }),
  "follow-zone-data": z.object({ tenantId }),
  "extend-classes": z.object({ tenantId }),
} as const;

export type JobName = keyof typeof jobPayloads;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobPayloads)[Name]>;
