import { withTenant } from "#database/tenant-context.ts";
import { businessFrame } from "./frame.ts";
import { defaultSections, type LegalKind, ownSections } from "./legal-texts.ts";
import { loadBusiness } from "./load-service.ts";
import type { Answer, Visit } from "./visit.ts";

const headings: Readonly<Record<LegalKind, string>> = { privacy: "Privacy", terms: "Terms" };

/** GET …/privacy: the business's own words, or ours with its facts (A11). */
export const showPrivacy = (visit: Visit) => showLegal(visit, "privacy");

/** GET …/terms. */
export const showTerms = (visit: Visit) => showLegal(visit, "terms");

async function showLegal(visit: Visit, kind: LegalKind): Promise<Answer> {
  return withTenant(visit.scope, async (ctx) => {
    const business = await loadBusiness(ctx);
    const own = kind === "privacy" ? business.privacyText : business.termsText;
    const heading = headings[kind];
    const sections = own ? ownSections(own) : defaultSections(kind, business);
    const back = { label: business.name, href: `${visit.base}/` };
    const model = {
      ...businessFrame(business, visit.base, heading),
      page: "text",
      heading,
      back,
      sections,
    } as const;
    return { model, business };
  });
}
