import { chooseNewTime, moveAppointment } from "#delivery/booking-pages/reschedule.ts";
import { answerVisit, type SiteParams } from "#delivery/booking-pages/visit.ts";

export function GET(request: Request, site: SiteParams): Promise<Response> {
  return answerVisit(request, site, chooseNewTime);
}

export function POST(request: Request, site: SiteParams): Promise<Response> {
  return answerVisit(request, site, moveAppointment);
}
