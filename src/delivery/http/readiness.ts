import { checkReadiness } from "#database/check-readiness.ts";

/** GET /readyz: 200 when this process can serve, 503 with the reason when it cannot (row P2). */
export async function answerReadiness(): Promise<Response> {
  const readiness = await checkReadiness();
  const body = readiness.ready ? { status: "ready" } : { status: "not ready", reason: readiness.reason };
  return Response.json(body, {
    status: readiness.ready ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
