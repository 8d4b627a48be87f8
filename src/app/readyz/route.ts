import { answerReadiness } from "#delivery/http/readiness.ts";

export const GET = answerReadiness;

export const dynamic = "force-dynamic";
