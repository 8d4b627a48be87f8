import type { PageModel } from "#ui/booking/view-model.ts";

/** The media type that asks a page's address for its model instead of its HTML. */
export const modelMediaType = "application/vnd.slotkeeper+json";

export type Answer = {
  model: PageModel /** Where the answer came from, after any redirect. */;
  url: string;
  moved: boolean;
};

/** Asks an address for its model; null when it answers with anything else (then the browser should go there). */
export async function fetchModel(url: string, init: RequestInit = {}): Promise<Answer | null> {
  const response = await fetch(url, {
    ...init,
    headers: { accept: modelMediaType },
    credentials: "same-origin",
  });
  if (!response.headers.get("content-type")?.startsWith(modelMediaType)) return null;
  return { model: (await response.json()) as PageModel, url: response.url, moved: response.redirected };
}

/** Adds the browser's zone to the address of a time page that names none (row C4). */
export function withZone(
  address: string,
  zone: { own: string | undefined; business: string | undefined },
): string {
  const url = new URL(address);
  const named =
    url.searchParams.has("tz") || !url.searchParams.has("service") || !url.pathname.endsWith("/book");
  if (named || !zone.own || zone.own === zone.business) return address;
  url.searchParams.set("tz", zone.own);
  return url.href;
}

/** The browser's IANA zone, when it tells. */
export function ownZone(): string | undefined {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || undefined;
}
