import { showShareImage } from "#delivery/booking-pages/share-image.tsx";
import { answerVisit, type SiteParams } from "#delivery/booking-pages/visit.ts";

export function GET(request: Request, site: SiteParams): Promise<Response> {
  return answerVisit(request, site, showShareImage);
}
