import { book } from "#delivery/booking-pages/book.ts";
import { enterDetails } from "#delivery/booking-pages/enter-details.ts";
import { answerVisit, type SiteParams } from "#delivery/booking-pages/visit.ts";

export function GET(request: Request, site: SiteParams): Promise<Response> {
  return answerVisit(request, site, enterDetails);
}

export function POST(request: Request, site: SiteParams): Promise<Response> {
  return answerVisit(request, site, book);
}
