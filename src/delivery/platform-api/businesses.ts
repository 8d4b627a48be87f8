import { json } from "#delivery/rest/respond.ts";
import { ok } from "#kernel/result.ts";
import { listBuilderBusinesses } from "#modules/builders/list-builder-businesses.ts";
import { provisionBusiness } from "#modules/builders/provision-business.ts";
import { readBuilderBusiness } from "#modules/builders/read-builder-business.ts";
import { withNewBuilderBusiness } from "#modules/builders/with-builder-business.ts";
import { BusinessBody, encodeCursor, PageQuery } from "./inputs.ts";
import { businessJson } from "./outputs.ts";
import { bodyOf, type PlatformCall, parsed, reading, writing } from "./platform-call.ts";

/** PUT /businesses/:reference: makes the business (201), or brings it up to date (200). */
export async function putBusiness(call: PlatformCall): Promise<Response> {
  const body = bodyOf(call, BusinessBody);
  if (!body.ok) return body.response;
  return writing(
    call,
    async (ctx, scope) => {
      const result = await provisionBusiness(ctx, scope, body.value);
      if (!result.ok) return result;
      return ok({ status: result.value.created ? 201 : 200, body: businessJson(result.value) });
    },
    withNewBuilderBusiness,
  );
}

/** GET /businesses/:reference */
export async function getBusiness(call: PlatformCall): Promise<Response> {
  return reading(call, readBuilderBusiness, businessJson);
}

/** GET /businesses?cursor=&limit= */
export async function getBusinesses({ url, builder }: PlatformCall): Promise<Response> {
  const page = parsed(PageQuery, Object.fromEntries(url.searchParams));
  if (!page.ok) return page.response;
  const { cursor: after, limit } = page.value;
  const { businesses, nextAfter } = await listBuilderBusinesses(builder, { after, limit });
  const nextCursor = nextAfter === null ? null : encodeCursor(nextAfter);
  return json(200, { businesses: businesses.map(businessJson), next_cursor: nextCursor });
}
