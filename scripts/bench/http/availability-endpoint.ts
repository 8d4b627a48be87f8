import { tenantIdFrom } from "#kernel/ids.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { formatLocalDate, isoWeekday, parseLocalDate } from "#kernel/time/local-date.ts";
import { toEpochMinutes } from "#kernel/time/wall-time.ts";
import { say } from "../figures.ts";
import { runInOwnProcess, startOwnProcess } from "../own-process.ts";
import type { PackedQueryTask } from "../processes/packed-query.ts";
import type { Speed } from "../processes/speed.ts";
import { makeChain, today } from "./businesses.ts";
import {
  type Bench,
  connections,
  countStatuses,
  fire,
  fireAtProduct,
  type ProductAnswer,
  poolSize,
  printShare,
  printSpeed,
} from "./load.ts";
import { packedStatement, type Statement } from "./packed-statement.ts";

type Subject = { name: string; slug: string; tenantId: string; serviceId: string; timeZone: string };
type Question = { name: string; url: string; body: string; tenantId: string; statement: Statement };
type Rounds = { endpoint: ProductAnswer[]; bareHttp: Speed[]; bareQuery: Speed[] };

const constantServer = import.meta.resolve("../processes/constant-server.ts");
const packedQuery = import.meta.resolve("../processes/packed-query.ts");

/** The availability endpoint for a small and a large business, one day and a month, with both of its floors. */
export async function benchAvailabilityEndpoint(bench: Bench): Promise<void> {
  say("http: writing a business of 50 staff with 20,000 bookings …");
  const chain = await makeChain(bench.superuser);
  const subjects: Subject[] = [
    await demoSalon(bench),
    { name: "50 staff", ...chain, serviceId: chain.service.id },
  ];
  for (const subject of subjects) {
    for (const days of [1, 31]) {
      const question = await ask(bench, subject, days);
      say(`http: availability, ${question.name} …`);
      printRounds(question, await runRounds(bench, question));
    }
  }
}

async function demoSalon({ product, superuser }: Bench): Promise<Subject> {
  const slug = "harlow-and-vine";
  const { rows } = await superuser.query<{ id: string; time_zone: string }>(
    "SELECT id, time_zone FROM tenant WHERE slug = $1",
    [slug],
  );
  const listed = await fetch(`${product.url}/api/booking/v1/${slug}/services`);
  const { services } = (await listed.json()) as { services: { id: string }[] };
  const [business, service] = [rows[0], services[0]];
  if (!business || !service) throw new Error("The demo salon is not there");
  return {
    ...{ name: "demo salon", slug, tenantId: business.id },
    ...{ serviceId: service.id, timeZone: business.time_zone },
  };
}

/** The question as an address, what it is answered with now, and the statement behind it. */
async function ask({ product }: Bench, subject: Subject, days: number): Promise<Question> {
  const date = formatLocalDate(nextTuesday());
  const query = new URLSearchParams({ service_id: subject.serviceId, date, days: String(days) });
  const url = `${product.url}/api/booking/v1/${subject.slug}/availability?${query}`;
  const response = await fetch(url);
  const body = await response.text();
  const slots = response.ok ? (JSON.parse(body) as { slots: unknown[] }).slots.length : 0;
  if (slots === 0) throw new Error(`${url} answers ${response.status} and offers nothing`);
  const until = formatLocalDate(parseLocalDate(date) + days);
  const instantOf = (day: string) =>
    formatInstant(toEpochMinutes({ date: day, minute: 0 }, subject.timeZone));
  const statement = await packedStatement(tenantIdFrom(subject.tenantId), {
    ...{ serviceId: subject.serviceId, from: instantOf(date), to: instantOf(until) },
  });
  const name = `${subject.name}, ${days === 1 ? "one day" : `${days} days`}`;
  return { name, url, body, tenantId: subject.tenantId, statement };
}

/** A day on which everybody works, at least a week ahead. */
function nextTuesday(): number {
  const earliest = today() + 7;
  return earliest + ((9 - isoWeekday(earliest)) % 7);
}

/** In turn, so that whatever else the machine does befalls all three. */
async function runRounds({ product, load }: Bench, question: Question): Promise<Rounds> {
  const rounds: Rounds = { endpoint: [], bareHttp: [], bareQuery: [] };
  const bare = await startOwnProcess<number>(constantServer, { body: question.body });
  try {
    const url = `http://localhost:${bare.answer}/`;
    const different = { url: question.url, seconds: load.seconds, asking: "different things" } as const;
    // As long again, unmeasured: code that was just loaded is slow.
    await fire(different);
    await fire({ url, seconds: 1 });
    for (let round = 0; round < load.rounds; round++) {
      rounds.endpoint.push(await fireAtProduct(different));
      rounds.bareHttp.push(await fire({ url, seconds: load.seconds }));
      const task: PackedQueryTask = {
        ...{ databaseUrl: product.databaseUrl, tenantId: question.tenantId, statement: question.statement },
        ...{ connections: poolSize, inFlight: connections, seconds: load.seconds },
      };
      rounds.bareQuery.push(await runInOwnProcess<Speed>(packedQuery, task));
    }
  } finally {
    await bare.stop();
  }
  return rounds;
}

function printRounds({ name, body }: Question, { endpoint, bareHttp, bareQuery }: Rounds): void {
  const unit = "requests per second";
  const figure = `availability endpoint, ${name}`;
  const bytes = Buffer.byteLength(body);
  printSpeed({ figure, unit, bytes, statuses: countStatuses(endpoint) }, endpoint);
  printSpeed({ figure: `floor: bare Node HTTP, ${name}`, unit, bytes }, bareHttp);
  printSpeed({ figure: `floor: packed query, ${name}`, unit: "queries per second" }, bareQuery);
  printShare(`${figure}, against bare Node HTTP`, endpoint, bareHttp);
  printShare(`${figure}, against the packed query`, endpoint, bareQuery);
}
