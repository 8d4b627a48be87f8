import { showTerms } from "#delivery/booking-pages/legal.ts";
import { answerVisit, type SiteParams } from "#delivery/booking-pages/visit.ts";

export function GET(request: Request, site: SiteParams): Promise<Response> {
  return answerVisit(request, site, showTerms);
}
