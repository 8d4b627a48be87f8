import { withTenant } from "#database/tenant-context.ts";
import { refuse } from "#kernel/result.ts";
import { listServices } from "#modules/catalog/list-services.ts";
import { readService } from "#modules/catalog/read-service.ts";
import { ReadServiceInput } from "#modules/catalog/schema.ts";
import { listStaff } from "#modules/staff/list-staff.ts";
import { readBusiness } from "#modules/tenants/read-business.ts";
import { StaffQuery } from "./inputs.ts";
import { locationJson, serviceJson, staffJson } from "./outputs.ts";
import { invalidResponse, json, refusalResponse } from "./respond.ts";
import type { Call } from "./routes.ts";

/** GET …/services */
export async function getServices(call: Call): Promise<Response> {
  return withTenant(call.scope, async (ctx) => {
    const business = await readBusiness(ctx);
    if (!business.ok) return refusalResponse(business);
    const listed = await listServices(ctx, { publicOnly: true, includeArchived: false });
    if (!listed.ok) return refusalResponse(listed);
    const services = listed.value.categories.flatMap((category) => category.services);
    return json(200, { services: services.map((service) => serviceJson(service, business.value.currency)) });
  });
}

/** GET …/services/:id, by id or slug. */
export async function getService(call: Call): Promise<Response> {
  const { id = "" } = call.params;
  const input = ReadServiceInput.safeParse({ id });
  return withTenant(call.scope, async (ctx) => {
    const business = await readBusiness(ctx);
    if (!business.ok) return refusalResponse(business);
    const found = await readService(ctx, input.success ? input.data : { slug: id.slice(0, 63) });
    if (!found.ok) return refusalResponse(found);
    return json(200, serviceJson(found.value, business.value.currency));
  });
}

/** GET …/staff?service_id= */
export async function getStaff(call: Call): Promise<Response> {
  const query = StaffQuery.safeParse(Object.fromEntries(call.url.searchParams));
  if (!query.success) return invalidResponse(query.error);
  const staff = await publicStaff(call, query.data.service_id);
  return staff.ok ? json(200, { staff: staff.value.staff.map(staffJson) }) : refusalResponse(staff);
}

/** GET …/staff/:id */
export async function getStaffMember(call: Call): Promise<Response> {
  const listed = await publicStaff(call);
  if (!listed.ok) return refusalResponse(listed);
  const member = listed.value.staff.find(({ id }) => id === call.params.id);
  if (!member) return refusalResponse(refuse("notFound", "This staff member does not exist."));
  return json(200, staffJson(member));
}

function publicStaff(call: Call, serviceId?: string) {
  return withTenant(call.scope, (ctx) =>
    listStaff(ctx, { publicOnly: true, includeArchived: false, serviceId }),
  );
}

/** GET …/locations */
export async function getLocations(call: Call): Promise<Response> {
  const business = await withTenant(call.scope, readBusiness);
  if (!business.ok) return refusalResponse(business);
  return json(200, { locations: business.value.locations.map(locationJson) });
}
