import { describe, expect, it } from "vitest";
import { jsonForScript, renderDocument } from "./document.tsx";
import type { LandingModel } from "./view-model.ts";

const nasty = `</script><script>alert("1")</script>`;

function aLanding(change: Partial<LandingModel> = {}): LandingModel {
  return {
    page: "landing",
    locale: "en-US",
    direction: "ltr",
    title: "Harlow & Vine",
    base: "",
    business: { name: "Harlow & Vine", homeHref: "/" },
    heading: "Harlow & Vine",
    groups: [],
    staff: [],
    locations: [],
    policies: [],
    questions: [],
    photos: [],
    share: { url: "https://shop.example/", imageUrl: "https://shop.example/share.png" },
    ...change,
  };
}

const assets = { scriptHref: "/assets/booking-1.js", css: ".a{color:red}" };

describe("the document", () => {
  it("gives every style and script element the nonce, and has no inline handler or style attribute", () => {
    const html = renderDocument({ model: aLanding({ structuredData: {} }), assets, nonce: "n0nce" });
    const elements = html.match(/<(script|style)\b[^>]*>/g) ?? [];
    expect(elements).toHaveLength(4);
    for (const element of elements) expect(element).toContain('nonce="n0nce"');
    expect(html).not.toMatch(/ (style|on\w+)="/);
  });

  it("lets no text of a business or customer out of its element", () => {
    const model = aLanding({ title: nasty, heading: nasty, tagline: nasty, structuredData: { name: nasty } });
    const html = renderDocument({ model, assets, nonce: "n" });
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain('alert("1")</script>');
  });

  it("embeds the model so that it reads back unchanged", () => {
    const model = aLanding({ tagline: `${nasty} \u2028 <!--` });
    const html = renderDocument({ model, assets, nonce: "n" });
    const embedded = html.match(/<script id="model"[^>]*>(.*?)<\/script>/)?.[1] ?? "";
    expect(JSON.parse(embedded)).toEqual(model);
  });

  it("is complete without a bundle", () => {
    const html = renderDocument({ model: aLanding(), assets: { css: "" }, nonce: "n" });
    expect(html).not.toContain("<script");
    expect(html).toContain("Harlow &amp; Vine");
  });

  it("says its language and direction", () => {
    const html = renderDocument({ model: aLanding({ locale: "he", direction: "rtl" }), assets, nonce: "n" });
    expect(html).toContain('<html lang="he" dir="rtl">');
  });
});

describe("the look", () => {
  const files = [
    { href: "/assets/lora-latin-1.woff2", unicodeRange: "U+0000-00FF", primary: true },
    { href: "/assets/lora-latin-ext-1.woff2", unicodeRange: "U+0100-02BA", primary: false },
  ];
  const font = { family: "Lora Variable", fallback: "Georgia, serif", files };
  const page = (look: object) => renderDocument({ model: aLanding(), assets, nonce: "n", ...look });

  it("names the files of its own font, asks for the main one at once, and shows text before it is there", () => {
    const html = page({ font });
    expect(html.match(/@font-face/g)).toHaveLength(2);
    expect(html).toContain("font-display:swap");
    expect(html).toContain(':root{--font:"Lora Variable",Georgia, serif}');
    expect(html.match(/rel="preload"/g)).toHaveLength(1);
    expect(page({})).not.toMatch(/@font-face|preload/);
  });

  it("prints a business's own style after ours, and none that could end its element", () => {
    expect(page({ ownCss: "#booking .a{color:blue}" })).toContain(
      ".a{color:red}#booking .a{color:blue}</style>",
    );
    expect(page({ ownCss: "</style><script>" })).not.toContain("</style><script>");
  });

  it("leaves out who made the page where it says so", () => {
    expect(page({})).toContain("Booking by Slotkeeper");
    expect(page({ model: aLanding({ hidesMaker: true }) })).not.toContain("Booking by Slotkeeper");
  });

  it("leads nowhere from a page that is only looked at", () => {
    expect(page({ inert: true })).toContain('<base target="_blank">');
    expect(page({})).not.toContain("<base");
  });
});

describe("JSON inside a script element", () => {
  it("has no character that could end it", () => {
    expect(jsonForScript({ text: "</script><!--" })).not.toMatch(/[<]/);
  });
});
