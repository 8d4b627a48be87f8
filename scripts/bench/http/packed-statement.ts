import { withTenant } from "#database/tenant-context.ts";
import type { TenantId } from "#kernel/ids.ts";
import { findSlots } from "#modules/availability/find-slots.ts";

export type Statement = { name: string; text: string; values: unknown[] };

/** Exactly what the product sends to the database for this question, caught on its way there. */
export async function packedStatement(
  tenantId: TenantId,
  question: { serviceId: string; from: string; to: string },
): Promise<Statement> {
  const sent: Statement[] = [];
  await withTenant({ tenantId, actor: { kind: "customer" } }, (ctx) => {
    const sql: typeof ctx.sql = (text, values = [], name = "") => {
      sent.push({ name, text, values: [...values] });
      return ctx.sql(text, values, name);
    };
    return findSlots({ ...ctx, sql }, { ...question, audience: "customer" });
  });
  const [statement] = sent;
  if (!statement || sent.length > 1) throw new Error("An availability question is no longer one statement");
  return statement;
}
