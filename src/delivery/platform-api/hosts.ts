import { refusalResponse } from "#delivery/rest/respond.ts";
import { ok, refuse } from "#kernel/result.ts";
import { mapSiteHost } from "#modules/builders/map-site-host.ts";
import { siteAddressFrom } from "#modules/builders/rules/site-hosts.ts";
import { unmapSiteHost } from "#modules/builders/unmap-site-host.ts";
import { HostBody, HostPart } from "./inputs.ts";
import { siteHostJson } from "./outputs.ts";
import { bodyOf, type PlatformCall, parsed, writing } from "./platform-call.ts";

/** PUT /businesses/:reference/hosts/:host: asks again whether a host that is pending can be served now. */
export async function putHost(call: PlatformCall): Promise<Response> {
  const part = parsed(HostPart, call.params);
  if (!part.ok) return part.response;
  const body = bodyOf(call, HostBody, {});
  if (!body.ok) return body.response;
  const { host } = part.value;
  const { origin } = body.value;
  if (origin && siteAddressFrom(origin).host !== host) return ofAnotherHost(host);
  const site = origin ? siteAddressFrom(origin) : { host, origin: null };
  return writing(call, async (ctx, { builder }) => {
    const mapped = await mapSiteHost(ctx, builder, site);
    return mapped.ok ? ok({ status: 200, body: siteHostJson(mapped.value) }) : mapped;
  });
}

function ofAnotherHost(host: string): Response {
  return refusalResponse(refuse("invalid", `This is not an origin of ${host}.`, { field: "origin" }));
}

/** DELETE /businesses/:reference/hosts/:host */
export async function deleteHost(call: PlatformCall): Promise<Response> {
  const part = parsed(HostPart, call.params);
  if (!part.ok) return part.response;
  return writing(call, async (ctx) => {
    const unmapped = await unmapSiteHost(ctx, part.value);
    return unmapped.ok ? ok({ status: 204, body: null }) : unmapped;
  });
}
