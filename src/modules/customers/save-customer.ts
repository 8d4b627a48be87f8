import { appendEvent } from "#database/events.ts";
import type { TenantContext } from "#database/tenant-context.ts";
import { newId } from "#kernel/ids.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { requireRight } from "#modules/accounts/rules/rights.ts";
import { isUniqueViolation } from "#modules/tenants/rules/unique-violation.ts";
import type { SaveCustomerInput } from "./schema.ts";

/** Adds or changes a customer's record by hand (E1, F3). An e-mail address belongs to one record. */
export async function saveCustomer(
  ctx: TenantContext,
  input: SaveCustomerInput,
): Promise<Result<{ id: string }, "forbidden" | "notFound" | "inUse">> {
  const refused = requireRight(ctx.actor, "customers.write");
  if (refused) return refused;
  try {
    const id = await writeCustomer(ctx, input);
    if (!id) return refuse("notFound", "This customer is no longer there.");
    const type = input.id ? "customer.changed" : "customer.added";
    await appendEvent(ctx, { type, subjectType: "customer", subjectId: id });
    return ok({ id });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuse("inUse", `Another customer has the e-mail address ${input.email}.`);
  }
}

async function writeCustomer(ctx: TenantContext, input: SaveCustomerInput): Promise<string | null> {
  const { id, ...fields } = input;
  if (id) {
    const { count } = await ctx.db.customer.updateMany({ where: { id }, data: fields });
    return count === 0 ? null : id;
  }
  const data = { ...fields, tenantId: ctx.tenantId, id: newId() };
  await ctx.db.customer.create({ data, select: { id: true } });
  return data.id;
}
