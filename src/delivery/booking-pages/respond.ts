import { renderDocument } from "#ui/booking/document.tsx";
import { withPicturesBelow } from "./files-below.ts";
import { pageAssets } from "./page-assets.ts";
import { presentLook } from "./present-look.ts";
import type { Shown } from "./visit.ts";

/** The same address answers in two ways, and never from a cache: times are only true now (row C7). */
const always = { "Cache-Control": "private, no-store", Vary: "Accept" };

/** The page as HTML, complete without script; `files` is what addresses of files start with. */
export function pageResponse(shown: Shown, { nonce, files }: { nonce: string; files: string }): Response {
  const model = withPicturesBelow(shown.model, files);
  const look = presentLook(shown.business?.look, files);
  const html = renderDocument({ model, assets: pageAssets(files), nonce, ...look });
  return new Response(html, headed(shown, "text/html; charset=utf-8"));
}

/** The page to be looked at: without script, and its links lead nowhere in it. */
export function previewResponse(shown: Shown, nonce: string): Response {
  const assets = { css: pageAssets().css };
  const look = { ...presentLook(shown.business?.look), inert: true };
  const html = renderDocument({ model: shown.model, assets, nonce, ...look });
  return new Response(html, headed(shown, "text/html; charset=utf-8"));
}

/** The page as its model, for the browser bundle. */
export function modelResponse(
  shown: Shown,
  { mediaType, files }: { mediaType: string; files: string },
): Response {
  const model = withPicturesBelow(shown.model, files);
  return new Response(JSON.stringify(model), headed(shown, `${mediaType}; charset=utf-8`));
}

function headed(shown: Shown, contentType: string): ResponseInit {
  const headers = new Headers({ ...always, ...shown.headers, "Content-Type": contentType });
  if (shown.cookie) headers.append("Set-Cookie", shown.cookie);
  return { status: shown.status ?? 200, headers };
}

/** 303: whatever the method was, the next page is fetched. The address is a path, right on every host. */
export function redirectResponse(answer: { redirect: string; cookie?: string }): Response {
  const headers = new Headers({ ...always, Location: answer.redirect });
  if (answer.cookie) headers.append("Set-Cookie", answer.cookie);
  return new Response(null, { status: 303, headers });
}
