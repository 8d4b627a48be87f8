import { payCheckout, showCheckout } from "#delivery/test-billing/test-billing-handlers.ts";

type Params = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  return showCheckout(request, (await params).id);
}

export async function POST(request: Request, { params }: Params): Promise<Response> {
  return payCheckout(request, (await params).id);
}
