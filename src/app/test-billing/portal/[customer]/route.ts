import { actInPortal, showPortal } from "#delivery/test-billing/test-billing-handlers.ts";

type Params = { params: Promise<{ customer: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  return showPortal(request, (await params).customer);
}

export async function POST(request: Request, { params }: Params): Promise<Response> {
  return actInPortal(request, (await params).customer);
}
