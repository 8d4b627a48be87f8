import { ok } from "#kernel/result.ts";
import { mapSiteHost } from "#modules/builders/map-site-host.ts";
import { unmapSiteHost } from "#modules/builders/unmap-site-host.ts";
import { HostPart } from "./inputs.ts";
import { siteHostJson } from "./outputs.ts";
import { type PlatformCall, parsed, writing } from "./platform-call.ts";

/** PUT /businesses/:reference/hosts/:host: asks again whether a host that is pending can be served now. */
export async function putHost(call: PlatformCall): Promise<Response> {
  const part = parsed(HostPart, call.params);
  if (!part.ok) return part.response;
  return writing(call, async (ctx, { builder }) => {
    const mapped = await mapSiteHost(ctx, builder, part.value);
    return mapped.ok ? ok({ status: 200, body: siteHostJson(mapped.value) }) : mapped;
  });
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
