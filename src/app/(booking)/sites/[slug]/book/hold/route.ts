import { holdTime } from "#delivery/booking-pages/choose-time.ts";
import { answerVisit, type SiteParams } from "#delivery/booking-pages/visit.ts";

export function POST(request: Request, site: SiteParams): Promise<Response> {
  return answerVisit(request, site, holdTime);
}
