/** @jsxImportSource preact */
import { renderToString } from "preact-render-to-string";
import { BookingPage } from "./booking-page.tsx";
import { fontStyle, type PageFont } from "./theme/font-faces.ts";
import { themeStyle, themeTokens } from "./theme/theme.ts";
import type { LandingModel, PageModel } from "./view-model.ts";

/** What the document needs beside the model. */
export type DocumentAssets = {
  /** Address of the bundle, "/assets/booking-….js"; absent: the page works without script. */
  scriptHref?: string;
  /** The style sheet's text, printed into the page. */
  css: string;
};

export type DocumentInput = {
  model: PageModel;
  assets: DocumentAssets;
  /** Content-Security-Policy nonce for every style and script element. */
  nonce: string;
} & DocumentLook;

/** How the business's pages look. */
export type DocumentLook = {
  /** The business's colour, `#rrggbb`. */
  accent?: string | null;
  font?: PageFont;
  /** A style sheet of the business's own that is safe to print: without "<", and about nothing outside of the page. */
  ownCss?: string;
  /** Links lead out of this page: for a page that is looked at and not used. */
  inert?: boolean;
};

/**
 * A whole HTML document for a page: complete without script, and with all that hydration needs. The frame is
 * text because style and data elements hold raw text; every value in it is escaped for where it stands.
 */
export function renderDocument(input: DocumentInput): string {
  const { model, assets, nonce, accent, font, ownCss = "" } = input;
  const page = renderToString(<BookingPage model={model} />);
  const nonceText = escapeHtml(nonce);
  return `<!doctype html>
<html lang="${escapeHtml(model.locale)}" dir="${model.direction}">
<head>
${headTags(input)}
<style nonce="${nonceText}">${themeStyle(accent)}${fontStyle(font)}${assets.css.trim()}${safeStyle(ownCss)}</style>
${structuredData(model, nonceText)}</head>
<body>
<div id="booking">${page}</div>
<div id="announcer" class="sr-only" role="status" aria-live="polite"></div>
${hydration(model, assets, nonceText)}</body>
</html>
`;
}

/** Whatever it is, it does not end the style element. */
function safeStyle(css: string): string {
  return css.includes("<") ? "" : css;
}

function headTags({ model, accent, font, inert }: DocumentInput): string {
  const tokens = themeTokens(accent);
  const tags = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    `<title>${escapeHtml(model.title)}</title>`,
    `<meta name="theme-color" media="(prefers-color-scheme: light)" content="${tokens.light.surface}">`,
    `<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${tokens.dark.surface}">`,
    ...(model.page === "landing" ? landingTags(model) : ['<meta name="robots" content="noindex">']),
    '<meta name="referrer" content="same-origin">',
    ...(inert ? ['<base target="_blank">'] : []),
    ...preloads(font),
    ...(model.business?.logoUrl ? [`<link rel="icon" href="${escapeHtml(model.business.logoUrl)}">`] : []),
  ];
  return tags.join("\n");
}

/** The font's main file is asked for at once: without it, the page would be drawn twice. */
function preloads(font: PageFont | undefined): string[] {
  return (font?.files ?? [])
    .filter(({ primary }) => primary)
    .map(({ href }) => `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>`);
}

/** For search engines, and for the preview where somebody shares the link. */
function landingTags({ heading, tagline, share }: LandingModel): string[] {
  const description = escapeHtml(tagline ?? `Book online with ${heading}`);
  return [
    `<meta name="description" content="${description}">`,
    `<link rel="canonical" href="${escapeHtml(share.url)}">`,
    `<meta property="og:type" content="website">`,
    `<meta property="og:title" content="${escapeHtml(heading)}">`,
    `<meta property="og:description" content="${description}">`,
    `<meta property="og:url" content="${escapeHtml(share.url)}">`,
    `<meta property="og:image" content="${escapeHtml(share.imageUrl)}">`,
    `<meta name="twitter:card" content="summary_large_image">`,
  ];
}

function structuredData(model: PageModel, nonce: string): string {
  if (model.page !== "landing" || !model.structuredData) return "";
  return `<script type="application/ld+json" nonce="${nonce}">${jsonForScript(model.structuredData)}</script>\n`;
}

function hydration(model: PageModel, assets: DocumentAssets, nonce: string): string {
  if (!assets.scriptHref) return "";
  const data = `<script id="model" type="application/json" nonce="${nonce}">${jsonForScript(model)}</script>`;
  return `${data}\n<script type="module" nonce="${nonce}" src="${escapeHtml(assets.scriptHref)}"></script>\n`;
}

/** JSON that cannot end the script element around it, whatever strings it holds. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
