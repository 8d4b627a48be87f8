import { extendTime } from "#delivery/booking-pages/enter-details.ts";
import { answerVisit, type SiteParams } from "#delivery/booking-pages/visit.ts";

export function POST(request: Request, site: SiteParams): Promise<Response> {
  return answerVisit(request, site, extendTime);
}
