import { type TenantScope, withTenant } from "#database/tenant-context.ts";
import { requireMember } from "#delivery/sign-in/require-member.ts";
import { formatMoment } from "#kernel/time/format-time.ts";
import { listTrail } from "#modules/audit/list-trail.ts";
import { actorWords } from "#modules/audit/rules/actor-words.ts";
import { eventDetails } from "#modules/audit/rules/event-details.ts";
import { wordsOf } from "#modules/audit/rules/event-words.ts";
import { csvLine, trailColumns } from "#modules/audit/rules/trail-csv.ts";
import { ListTrailInput, type ListTrailOutput, type TrailEntry } from "#modules/audit/schema.ts";
import { readBusiness } from "#modules/tenants/read-business.ts";

type Page = Awaited<ReturnType<typeof listTrail>>;

const linesAtOnce = 500;

/** GET /dashboard/history.csv: the history as a file, narrowed down as the page is, read page by page (F4). */
export async function downloadHistory(request: Request): Promise<Response> {
  const member = await requireMember();
  if (!member) return textAnswer(401, "Sign in to continue.");
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const input = ListTrailInput.safeParse({ ...query, cursor: undefined, limit: linesAtOnce });
  if (!input.success) return textAnswer(400, input.error.issues[0]?.message ?? "This is not a history.");
  const scope = { tenantId: member.tenantId, actor: member.actor };
  const business = await withTenant(scope, readBusiness);
  const first = await pageOf(scope, input.data);
  if (!first.ok) return textAnswer(first.reason === "forbidden" ? 403 : 400, first.message);
  if (!business.ok) return textAnswer(404, business.message);
  const lines = readLines(scope, { input: input.data, first: first.value, place: business.value });
  return new Response(streamOf(lines), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="history-${business.value.slug}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}

function pageOf(scope: TenantScope, input: ListTrailInput): Promise<Page> {
  return withTenant(scope, (ctx) => listTrail(ctx, input));
}

/** Reads on only as fast as the browser takes it. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}

type Place = { timeZone: string; locale: string };

async function* readLines(
  scope: TenantScope,
  from: { input: ListTrailInput; first: ListTrailOutput; place: Place },
): AsyncGenerator<string> {
  yield csvLine(trailColumns);
  let page = from.first;
  for (;;) {
    yield page.entries.map((entry) => lineOf(entry, from.place)).join("");
    if (page.nextCursor === null) return;
    const next = await pageOf(scope, { ...from.input, cursor: page.nextCursor });
    if (!next.ok) throw new Error(next.message);
    page = next.value;
  }
}

function lineOf(entry: TrailEntry, { timeZone, locale }: Place): string {
  const { name, role } = actorWords({ kind: entry.actorKind, name: entry.actorName });
  const details = eventDetails(entry.payload, (instant) => formatMoment(instant, timeZone, locale));
  const what = [wordsOf(entry.type), entry.subjectName ?? "", details];
  return csvLine([entry.at, name, role ?? "", ...what]);
}

function textAnswer(status: number, words: string): Response {
  return new Response(`${words}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
