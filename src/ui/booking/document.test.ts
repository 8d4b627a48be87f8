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

describe("JSON inside a script element", () => {
  it("has no character that could end it", () => {
    expect(jsonForScript({ text: "</script><!--" })).not.toMatch(/[<]/);
  });
});
