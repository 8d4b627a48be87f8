import type { TenantContext } from "#database/tenant-context.ts";
import { hashSecretToken, newSecretToken } from "#kernel/secret-token.ts";

/** Makes a manage link's token for an appointment: returned once, stored hashed. Links do not replace each other. */
export async function mintManageToken(ctx: TenantContext, appointmentId: string): Promise<string> {
  const token = newSecretToken();
  await ctx.sql(
    "INSERT INTO manage_link (tenant_id, token_hash, appointment_id) VALUES ($1, $2, $3)",
    [ctx.tenantId, hashSecretToken(token), appointmentId],
    "mint_manage_token",
  );
  return token;
}

/** The appointment a manage link is for, or null when the token is not one of this business's. */
export async function appointmentOfToken(ctx: TenantContext, token: string): Promise<string | null> {
  const rows = await ctx.sql<{ appointment_id: string }>(
    "SELECT appointment_id FROM manage_link WHERE tenant_id = $1 AND token_hash = $2",
    [ctx.tenantId, hashSecretToken(token)],
    "appointment_of_token",
  );
  return rows[0]?.appointment_id ?? null;
}
