import { siteBase } from "#modules/tenants/rules/addresses.ts";
import type { PageModel } from "#ui/booking/view-model.ts";

/** What root-relative addresses of files start with: of a website builder's site only /book reaches us (A1). */
export function filesBelow(base: string): string {
  return base === siteBase ? siteBase : "";
}

/** The model with its pictures below `prefix`: what `photos` and properties called `…Url` say of this very host. */
export function withPicturesBelow(model: PageModel, prefix: string): PageModel {
  return prefix ? (moved(model, prefix, "") as PageModel) : model;
}

function moved(value: unknown, prefix: string, key: string): unknown {
  if (Array.isArray(value)) return value.map((entry) => moved(entry, prefix, key));
  if (typeof value === "string") return isPicture(key) && /^\/(?!\/)/.test(value) ? prefix + value : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, moved(entry, prefix, name)]));
}

function isPicture(key: string): boolean {
  return key.endsWith("Url") || key === "photos";
}
