import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import { withTenant } from "#database/tenant-context.ts";
import type { ReadBusinessOutput } from "#modules/tenants/schema.ts";
import { themeTokens } from "#ui/booking/theme/theme.ts";
import { loadBusiness } from "./load-service.ts";
import type { Visit } from "./visit.ts";

/** What previews of shared links show best. */
const size = { width: 1200, height: 630 };

const alphabets = ["latin", "latin-ext", "greek", "cyrillic"] as const;
const weights = [400, 600] as const;

/** Letters that our font has. For any other the drawing library would ask a server elsewhere, so they are left out. */
const drawable = /[^\u0020-\u024f\u0370-\u03ff\u0400-\u045f\u1e00-\u1eff\u2010-\u2026]/gu;

/** GET …/share.png: name, words and colour of the business, for where somebody shares its link (A11). */
export async function showShareImage(visit: Visit): Promise<Response> {
  const business = await withTenant(visit.scope, loadBusiness);
  return new ImageResponse(<Picture business={business} />, {
    ...size,
    fonts: fonts(),
    headers: { "Cache-Control": "public, max-age=86400" },
  });
}

function Picture({ business }: { business: ReadBusinessOutput }) {
  const { light } = themeTokens(business.accentColor);
  const [place] = business.locations;
  const tagline = drawn(business.tagline ?? "Book an appointment online");
  return (
    <div
      style={{
        ...{ width: "100%", height: "100%", display: "flex", flexDirection: "column" },
        ...{ justifyContent: "space-between", padding: 80, backgroundColor: "#ffffff" },
        ...{ borderLeft: `32px solid ${light.accent}`, color: "#1a1c1e", fontFamily: "Inter" },
      }}
    >
      <div style={{ display: "flex", flexDirection: "column" }}>
        <div style={{ fontSize: 84, fontWeight: 600, lineHeight: 1.1 }}>{drawn(business.name)}</div>
        <div style={{ marginTop: 28, fontSize: 40, color: "#4d5358" }}>{tagline}</div>
      </div>
      <div style={{ display: "flex", justifyContent: "space-between", fontSize: 34 }}>
        <div
          style={{
            ...{ padding: "18px 36px", borderRadius: 16, fontWeight: 600 },
            ...{ backgroundColor: light.accent, color: light["on-accent"] },
          }}
        >
          Book online
        </div>
        <div style={{ alignSelf: "center", color: "#4d5358" }}>{drawn(place?.city ?? "")}</div>
      </div>
    </div>
  );
}

function drawn(text: string): string {
  const plain = text.replaceAll(drawable, "").trim();
  return plain.length > 90 ? `${plain.slice(0, 88).trimEnd()}…` : plain;
}

type Font = { name: string; data: Buffer; weight: 400 | 600; style: "normal" };
let loaded: Font[] | undefined;

/** Read once: the font's files are part of the installation. */
function fonts(): Font[] {
  loaded ??= alphabets.flatMap((alphabet) =>
    weights.map((weight) => ({
      ...{ name: "Inter", weight, style: "normal" as const },
      data: readFileSync(join(fontFolder(), `inter-${alphabet}-${weight}-normal.woff`)),
    })),
  );
  return loaded;
}

function fontFolder(): string {
  const here = createRequire(join(process.cwd(), "package.json"));
  return join(here.resolve("@fontsource/inter/package.json"), "../files");
}
